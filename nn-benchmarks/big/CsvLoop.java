import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * What reading costs at least: FastCSV's records in one loop, with {@code Double.parseDouble} of each
 * cell of the columns whose first cell is a number. Nothing is kept but a sum.
 */
public class CsvLoop {
  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    double sum = 0;
    long rows = 0;
    BitSet numbers = new BitSet();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(args[0]))) {
      for (CsvRecord row : reader) {
        rows++;
        if (rows == 2) {
          for (int i = 0; i < row.getFieldCount(); i++) {
            numbers.set(i, row.getField(i).matches("[-+0-9.eE]+"));
          }
        }
        for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
          String cell = row.getField(i);
          sum += cell.isEmpty() ? 0 : Double.parseDouble(cell);
        }
      }
    }
    System.out.printf("%d rows, sum %s, %.1f s%n", rows - 1, sum, (System.nanoTime() - start) / 1e9);
  }
}
