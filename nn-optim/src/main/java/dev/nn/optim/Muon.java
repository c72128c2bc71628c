package dev.nn.optim;

import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Range;
import dev.nn.api.Schedule;
import dev.nn.math.Matrix;
import java.util.List;

/**
 * Muon: the momentum of a matrix is made nearly orthogonal, so that a step moves all directions
 * about equally far.
 *
 * <pre>
 * M ← μ·M + G
 * X ← G + μ·M, or M without nesterov
 * X ← X/(‖X‖ + 1e-7), then ns_steps times X ← a·X + b·(XXᵀ)X + c·(XXᵀ)²X
 * W ← W − α·s·X
 * </pre>
 *
 * <p>The factor s is rms_rate·√max(inputs, units) for a kernel of inputs × units, so that rates and
 * decays of AdamW fit, as in Keras (Liu et al., <i>Muon is Scalable for LLM Training</i>, 2025).
 * {@code adjust_lr=original} makes it √max(1, units/inputs), as in the source and by default in
 * PyTorch, whose {@code match_rms_adamw} is our default; {@code adjust_lr=unscaled} makes it 1, as
 * {@code rms_rate=None} does in Keras.
 *
 * <p>A tensor of a single row or column, such as a bias, has no directions and takes a step of
 * {@link Adam} at the rate α·adam_lr_ratio. The source advises Adam for embeddings and for the last
 * layer too; here every other matrix takes the step of Muon. Weight decay is decoupled, and the
 * same for all, where Keras has {@code adam_weight_decay} besides. PyTorch's default decay is 0.1,
 * and its iteration runs in bfloat16. An update makes arrays of its own, about twice the size of
 * the matrix. Source: Jordan et al., <i>Muon: An optimizer for hidden layers in neural
 * networks</i>, 2024.
 *
 * @param learningRate the learning rate α, constant or by a schedule
 * @param momentum share μ of the momentum that is kept, in [0, 1)
 * @param nesterov whether the step looks ahead along the momentum
 * @param nsSteps how often the iteration is applied, at least 1
 * @param muonA factor a of the iteration
 * @param muonB factor b of the iteration
 * @param muonC factor c of the iteration
 * @param adjustLr {@code match_rms_adamw}, {@code original} or {@code unscaled}
 * @param rmsRate the factor of {@code match_rms_adamw}, more than 0
 * @param weightDecay decoupled weight decay per unit of learning rate, at least 0
 * @param adamLrRatio rate of Adam's steps in units of the learning rate, at least 0
 * @param adamBeta1 Adam's decay of the mean of the gradients, in [0, 1)
 * @param adamBeta2 Adam's decay of the mean of their squares, in [0, 1)
 * @param epsilon keeps Adam's division finite, more than 0
 */
public record Muon(
    Schedule learningRate,
    double momentum,
    boolean nesterov,
    long nsSteps,
    double muonA,
    double muonB,
    double muonC,
    String adjustLr,
    double rmsRate,
    double weightDecay,
    double adamLrRatio,
    double adamBeta1,
    double adamBeta2,
    double epsilon)
    implements Optimizer {
  private static final List<String> ADJUSTMENTS =
      List.of("match_rms_adamw", "original", "unscaled");
  private static final int MOST_STEPS = 99;

  /**
   * Creates an optimizer and checks its hyper-parameters.
   *
   * @throws IllegalArgumentException if a hyper-parameter is out of its range
   */
  public Muon {
    momentum = Range.atLeast(0).andLessThan(1).check("momentum", momentum);
    nsSteps = Range.between(1, MOST_STEPS).check("ns_steps", nsSteps);
    muonA = Range.finite().check("muon_a", muonA);
    muonB = Range.finite().check("muon_b", muonB);
    muonC = Range.finite().check("muon_c", muonC);
    if (!ADJUSTMENTS.contains(adjustLr)) {
      throw new IllegalArgumentException(
          "adjust_lr must be one of " + ADJUSTMENTS + ", got " + adjustLr);
    }
    rmsRate = Range.moreThan(0).check("rms_rate", rmsRate);
    weightDecay = Range.atLeast(0).check("weight_decay", weightDecay);
    adamLrRatio = Range.atLeast(0).check("adam_lr_ratio", adamLrRatio);
    adamBeta1 = Range.atLeast(0).andLessThan(1).check("adam_beta_1", adamBeta1);
    adamBeta2 = Range.atLeast(0).andLessThan(1).check("adam_beta_2", adamBeta2);
    epsilon = Range.moreThan(0).check("epsilon", epsilon);
  }

  /**
   * Creates the optimizer with its defaults: learning_rate = 0.001, momentum = 0.95, nesterov =
   * true, ns_steps = 5, muon_a = 3.4445, muon_b = −4.775, muon_c = 2.0315, adjust_lr =
   * match_rms_adamw, rms_rate = 0.2, weight_decay = 0.004, adam_lr_ratio = 1, adam_beta_1 = 0.9,
   * adam_beta_2 = 0.999, epsilon = 1e-7.
   */
  public Muon() {
    this(0.001);
  }

  /** Creates the optimizer with a constant learning rate and the defaults for the rest. */
  public Muon(double learningRate) {
    this(Schedule.constant(learningRate));
  }

  /** Creates the optimizer with a schedule as its learning rate and the defaults for the rest. */
  public Muon(Schedule learningRate) {
    this(
        learningRate,
        0.95,
        true,
        5,
        3.4445,
        -4.775,
        2.0315,
        "match_rms_adamw",
        0.2,
        0.004,
        1,
        0.9,
        0.999,
        1e-7);
  }

  @Override
  public String name() {
    return "muon";
  }

  @Override
  public String description() {
    return "momentum whose matrices are made nearly orthogonal; adam for biases";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withPlugin("learning_rate", learningRate)
        .withReal("momentum", momentum)
        .withFlag("nesterov", nesterov)
        .withInteger("ns_steps", nsSteps)
        .withReal("muon_a", muonA)
        .withReal("muon_b", muonB)
        .withReal("muon_c", muonC)
        .withWord("adjust_lr", adjustLr)
        .withReal("rms_rate", rmsRate)
        .withReal("weight_decay", weightDecay)
        .withReal("adam_lr_ratio", adamLrRatio)
        .withReal("adam_beta_1", adamBeta1)
        .withReal("adam_beta_2", adamBeta2)
        .withReal("epsilon", epsilon);
  }

  @Override
  public Muon withOptions(Options complete) {
    return new Muon(
        complete.plugin("learning_rate", Schedule.class),
        complete.real("momentum"),
        complete.flag("nesterov"),
        complete.longInteger("ns_steps"),
        complete.real("muon_a"),
        complete.real("muon_b"),
        complete.real("muon_c"),
        complete.word("adjust_lr"),
        complete.real("rms_rate"),
        complete.real("weight_decay"),
        complete.real("adam_lr_ratio"),
        complete.real("adam_beta_1"),
        complete.real("adam_beta_2"),
        complete.real("epsilon"));
  }

  /** The momentum, which is Adam's first mean elsewhere, and Adam's second mean. */
  @Override
  public int slots() {
    return 2;
  }

  /** Adam's bias correction. */
  @Override
  public int scalars() {
    return 1;
  }

  @Override
  public Granularity granularity() {
    return Granularity.TENSOR;
  }

  @Override
  public void prepare(long step, double[] scalars) {
    scalars[0] = AdamRule.biasCorrection(step, adamBeta1, adamBeta2);
  }

  @Override
  public void update(ParameterTile tile) {
    WeightDecay.apply(tile, weightDecay);
    int columns = tile.columns();
    int rows = (tile.to() - tile.from()) / columns;
    if (rows == 1 || columns == 1) {
      double factor = adamLrRatio * tile.scalar(0);
      AdamRule.update(tile, factor, adamBeta1, adamBeta2, epsilon);
      return;
    }
    advance(tile);
    Matrix x = Matrix.view(tile.gradients(), tile.from(), rows, columns, columns);
    new NewtonSchulz(muonA, muonB, muonC, nsSteps).apply(x);
    float[] w = tile.weights();
    float[] step = tile.gradients();
    float rate = (float) (tile.learningRate() * adjustment(rows, columns));
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      w[i] -= rate * step[i];
    }
  }

  /** M ← μ·M + G and then G ← the matrix that is made orthogonal. */
  private void advance(ParameterTile tile) {
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float keep = (float) momentum;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      m[i] = keep * m[i] + g[i];
      g[i] = nesterov ? g[i] + keep * m[i] : m[i];
    }
  }

  private double adjustment(double inputs, double units) {
    return switch (adjustLr) {
      case "original" -> Math.sqrt(Math.max(1, units / inputs));
      case "unscaled" -> 1;
      default -> rmsRate * Math.sqrt(Math.max(inputs, units));
    };
  }
}
