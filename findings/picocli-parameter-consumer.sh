#!/usr/bin/env bash
# picocli 4.7.7: an option with a parameterConsumer is parsed and has its value, but ParseResult says that it was not matched:
# hasMatchedOption is false and matchedOption is null. Who looks at the ParseResult, as an execution strategy does, misses the option
# without any word. (The value is there in CommandSpec.findOption(…).getValue().)
# Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy -Dartifact=info.picocli:picocli:4.7.7 \
  -DoutputDirectory="$folder" >/dev/null
cat >"$folder/Matched.java" <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

public class Matched {
  @Command
  static class Tool {
    @Option(names = "--taken", parameterConsumer = Taker.class)
    List<String> taken = new ArrayList<>();

    @Option(names = "--usual")
    List<String> usual = new ArrayList<>();
  }

  static class Taker implements IParameterConsumer {
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      List<String> all = new ArrayList<>(option.<List<String>>getValue());
      all.add(args.pop());
      option.setValue(all);
    }
  }

  public static void main(String[] arguments) {
    ParseResult parsed = new CommandLine(new Tool()).parseArgs("--taken", "1", "--usual", "2");
    System.out.println(
        "--taken matched " + parsed.hasMatchedOption("--taken") + " "
            + parsed.commandSpec().findOption("--taken").getValue()
            + ", --usual matched " + parsed.hasMatchedOption("--usual") + " "
            + parsed.matchedOption("--usual").getValue());
  }
}
JAVA
seen=$(java -cp "$folder/picocli-4.7.7.jar" "$folder/Matched.java")
echo "$seen"
[[ $seen == "--taken matched false [1], --usual matched true [2]" ]]
