/** Models to files of the ONNX format, and from them. */
module dev.nn.onnx {
  requires transitive dev.nn.core;
  requires transitive dev.nn.data;
  requires com.google.protobuf;
  requires org.tribuo.util.onnx;
  requires static org.jspecify;

  exports dev.nn.onnx;
  exports dev.nn.onnx.spi;

  uses dev.nn.onnx.spi.ActivationNodes;
  uses dev.nn.onnx.spi.LayerNodes;

  provides dev.nn.onnx.spi.ActivationNodes with
      dev.nn.onnx.export.BuiltInActivations;
  provides dev.nn.onnx.spi.LayerNodes with
      dev.nn.onnx.export.BuiltInLayers;
}
