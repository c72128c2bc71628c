/** The annotation processor for {@code @NnPlugin}. */
module dev.nn.processor {
  requires java.compiler;
  requires jdk.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.nn.processor.NnPluginProcessor;
}
