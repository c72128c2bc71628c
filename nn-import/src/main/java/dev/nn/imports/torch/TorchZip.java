package dev.nn.imports.torch;

import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import dev.nn.imports.read.Zip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code torch.save} wrote of a {@code state_dict}, since version 1.6 of PyTorch. */
public final class TorchZip {
  private static final String PICKLE = "data.pkl";
  private static final List<String> NAMES_OF_STATE =
      List.of("state_dict", "model_state_dict", "model", "module");

  private TorchZip() {}

  /** Whether a zip file is one of PyTorch. */
  public static boolean isOne(Zip zip) {
    return pickle(zip).isPresent();
  }

  private static Optional<String> pickle(Zip zip) {
    return zip.names().stream()
        .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
        .findFirst();
  }

  /** Returns the tensors in the order of the dictionary. */
  public static List<Tensor> read(Zip zip) throws IOException {
    String name = pickle(zip).orElseThrow();
    String folder = name.substring(0, name.length() - PICKLE.length());
    if (zip.names().stream().anyMatch(member -> member.startsWith(folder + "code/"))) {
      throw new Refusal(
          "it is a program of TorchScript, which would have to be run; save the weights only, with torch.save(model.state_dict(), …), or export it to ONNX");
    }
    String order = folder + "byteorder";
    if (zip.has(order)
        && !new String(zip.bytes(order), StandardCharsets.UTF_8).strip().equals("little")) {
      throw new Refusal("its numbers are big-endian; save it on a machine that is not");
    }
    Object value = Pickle.read(zip.bytes(name), new Rebuilding(zip, folder));
    return tensors(state(value));
  }

  /** The dictionary itself, or the one that a checkpoint keeps beside other things. */
  private static Map<?, ?> state(Object value) {
    if (value instanceof Map<?, ?> map) {
      for (String name : NAMES_OF_STATE) {
        if (map.get(name) instanceof Map<?, ?> inner) {
          return inner;
        }
      }
      return map;
    }
    throw new Refusal(
        "it holds no dictionary of tensors; save one with torch.save(model.state_dict(), …)");
  }

  private static List<Tensor> tensors(Map<?, ?> state) {
    List<Tensor> tensors = new ArrayList<>();
    state.forEach(
        (name, value) -> {
          if (!(value instanceof Tensor tensor)) {
            throw new Refusal(
                "%s is no tensor, so this is no state_dict; save one with torch.save(model.state_dict(), …)"
                    .formatted(name));
          }
          tensors.add(new Tensor(String.valueOf(name), tensor.shape(), tensor.values()));
        });
    return tensors;
  }
}
