/** Networks, models and training: the core of the framework. */
// Those that write files like the models exist only after this one is compiled.
@SuppressWarnings("module")
module dev.nn.core {
  requires transitive dev.nn.api;
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.nn.core;
  exports dev.nn.core.dataset;
  exports dev.nn.core.doctor;
  exports dev.nn.core.layer;
  exports dev.nn.core.loss;
  exports dev.nn.core.metric;
  exports dev.nn.core.plugin;
  exports dev.nn.core.preset;
  exports dev.nn.core.training;
  exports dev.nn.core.message to
      dev.nn.data,
      dev.nn.examples,
      dev.nn.lecture;
  exports dev.nn.core.internal.file to
      dev.nn.examples,
      dev.nn.imports,
      dev.nn.onnx,
      dev.nn.report;

  uses dev.nn.api.Activation;
  uses dev.nn.api.Initializer;
  uses dev.nn.api.Layer;
  uses dev.nn.api.Loss;
  uses dev.nn.api.Optimizer;
  uses dev.nn.api.Schedule;

  provides dev.nn.api.Layer with
      dev.nn.core.layer.ActivationLayer,
      dev.nn.core.layer.AlphaDropout,
      dev.nn.core.layer.BatchNormalization,
      dev.nn.core.layer.Dense,
      dev.nn.core.layer.Dropout,
      dev.nn.core.layer.Embedding,
      dev.nn.core.layer.Flatten,
      dev.nn.core.layer.GaussianNoise,
      dev.nn.core.layer.LayerNormalization,
      dev.nn.core.layer.Normalization,
      dev.nn.core.layer.PRelu,
      dev.nn.core.layer.Parallel,
      dev.nn.core.layer.Reshape,
      dev.nn.core.layer.Residual,
      dev.nn.core.layer.Sequence;
  provides dev.nn.api.Loss with
      dev.nn.core.loss.BinaryCrossentropy,
      dev.nn.core.loss.BinaryFocalCrossentropy,
      dev.nn.core.loss.CategoricalCrossentropy,
      dev.nn.core.loss.CategoricalFocalCrossentropy,
      dev.nn.core.loss.CategoricalHinge,
      dev.nn.core.loss.CosineSimilarity,
      dev.nn.core.loss.Dice,
      dev.nn.core.loss.GaussianNll,
      dev.nn.core.loss.Hinge,
      dev.nn.core.loss.Huber,
      dev.nn.core.loss.KlDivergence,
      dev.nn.core.loss.LogCosh,
      dev.nn.core.loss.MeanAbsoluteError,
      dev.nn.core.loss.MeanAbsolutePercentageError,
      dev.nn.core.loss.MeanSquaredError,
      dev.nn.core.loss.MeanSquaredLogarithmicError,
      dev.nn.core.loss.Poisson,
      dev.nn.core.loss.Quantile,
      dev.nn.core.loss.SquaredHinge,
      dev.nn.core.loss.Tversky;
}
