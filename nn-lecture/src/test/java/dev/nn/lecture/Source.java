package dev.nn.lecture;

import java.util.List;

/**
 * Where the project does what a statement says, and where it proves it.
 *
 * @param statement its number
 * @param code the file of the class that does it, from the root of the project
 * @param method the method of that class
 * @param test the file of the test that proves it
 * @param proof the method of that test
 */
record Source(int statement, String code, String method, String test, String proof) {
  private static final String CORE = "nn-core/src/main/java/dev/nn/core/";
  private static final String LOSS = CORE + "loss/";
  private static final String ACTIVATIONS = "nn-activations/src/main/java/dev/nn/activations/";
  private static final String INIT = "nn-init/src/main/java/dev/nn/init/";
  private static final String TESTS = "nn-tests/src/test/java/dev/nn/tests/lecture/";
  private static final String HERE =
      "nn-lecture/src/test/java/dev/nn/lecture/experiment/ExperimentsTest.java";
  private static final String SEEDS = "theClaimHoldsFromTenSeeds";

  static final List<Source> ALL =
      List.of(
          new Source(1, CORE + "Trainer.java", "fit", HERE, SEEDS),
          new Source(
              2,
              CORE + "Network.java",
              "of",
              TESTS + "ForwardPassTest.java",
              "statement2DepthAndWidthsAreFree"),
          new Source(
              3,
              CORE + "Network.java",
              "layers",
              TESTS + "ForwardPassTest.java",
              "statement3TheInputLayerIsNotCounted"),
          new Source(
              4,
              CORE + "layer/Dense.java",
              "forward",
              TESTS + "ForwardPassTest.java",
              "statement4OneNeuronIsAWeightedSumPlusABiasThroughTheActivation"),
          new Source(
              5,
              CORE + "layer/Dense.java",
              "forward",
              TESTS + "ForwardPassTest.java",
              "statement5OneLayerIsWTimesAPlusBAndWHasAsManyInputsAsTheLayerBeforeHasNeurons"),
          new Source(
              6,
              CORE + "Model.java",
              "predict",
              TESTS + "ForwardPassTest.java",
              "statement6TheForwardPassTakesEveryLayerInTurn"),
          new Source(
              7,
              ACTIVATIONS + "Identity.java",
              "value",
              TESTS + "ForwardPassTest.java",
              "statement7WithTheIdentityAnyDepthCollapsesIntoOneLinearLayer"),
          new Source(
              8,
              ACTIVATIONS + "Sigmoid.java",
              "value",
              TESTS + "ActivationsTest.java",
              "statement8SigmoidIsOneOverOnePlusEToTheMinusZ"),
          new Source(
              9,
              ACTIVATIONS + "Tanh.java",
              "value",
              TESTS + "ActivationsTest.java",
              "statement9TanhIsTheQuotientOfTheDifferenceAndTheSumOfTheExponentials"),
          new Source(
              10,
              ACTIVATIONS + "Sigmoid.java",
              "derivative",
              TESTS + "ActivationsTest.java",
              "statement10SigmoidAndTanhSaturateFarFromZero"),
          new Source(
              11,
              ACTIVATIONS + "Relu.java",
              "value",
              TESTS + "ActivationsTest.java",
              "statement11ReluIsTheLargerOfZAndZero"),
          new Source(
              12,
              LOSS + "BinaryCrossentropy.java",
              "value",
              TESTS + "LearningTest.java",
              "statement12TheLossOfOneExampleIsBinaryCrossEntropy"),
          new Source(
              13,
              "nn-optim/src/main/java/dev/nn/optim/Sgd.java",
              "update",
              TESTS + "LearningTest.java",
              "statement13AnUpdateSubtractsAlphaTimesTheGradient"),
          new Source(
              14,
              CORE + "internal/run/Batches.java",
              "shuffle",
              TESTS + "LearningTest.java",
              "statement14EachExampleIsFollowedByAnUpdateInRandomOrder"),
          new Source(
              15,
              CORE + "Model.java",
              "initial",
              TESTS + "LearningTest.java",
              "statement15EqualStartsKeepAllNeuronsOfALayerTheSameForEver"),
          new Source(
              16,
              CORE + "TrainerBuilder.java",
              "seed",
              TESTS + "LearningTest.java",
              "statement16DifferentStartsReachDifferentMinima"),
          new Source(
              17,
              INIT + "XavierNormal.java",
              "initialize",
              TESTS + "InitializationTest.java",
              "statement17XavierIsNormalWithVarianceTwoOverTheSumOfTheWidths"),
          new Source(
              18,
              INIT + "Uniform.java",
              "initialize",
              TESTS + "InitializationTest.java",
              "statement18OrUniformBetweenMinusAndPlusATenth"),
          new Source(
              19,
              CORE + "layer/Dense.java",
              "backward",
              TESTS + "BackpropagationTest.java",
              "statement19GradientsFollowTheChainRuleFromTheOutputBack"),
          new Source(
              20,
              LOSS + "SigmoidCrossentropy.java",
              "gradient",
              TESTS + "BackpropagationTest.java",
              "statement20AfterASigmoidTheFirstGradientIsPredictionMinusTarget"));

  /** The name of the class in a file. */
  static String className(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
  }
}
