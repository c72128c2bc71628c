import dev.nn.api.Optimizer;
import dev.nn.api.Schedule;
import dev.nn.optim.AdaBelief;
import dev.nn.optim.Adadelta;
import dev.nn.optim.Adafactor;
import dev.nn.optim.Adagrad;
import dev.nn.optim.Adam;
import dev.nn.optim.AdamW;
import dev.nn.optim.Adamax;
import dev.nn.optim.ConstantRate;
import dev.nn.optim.CosineDecay;
import dev.nn.optim.CosineDecayRestarts;
import dev.nn.optim.ExponentialDecay;
import dev.nn.optim.Ftrl;
import dev.nn.optim.InverseTimeDecay;
import dev.nn.optim.Lamb;
import dev.nn.optim.Lion;
import dev.nn.optim.Muon;
import dev.nn.optim.Nadam;
import dev.nn.optim.OneCycle;
import dev.nn.optim.PiecewiseConstant;
import dev.nn.optim.PolynomialDecay;
import dev.nn.optim.RAdam;
import dev.nn.optim.ReduceOnPlateau;
import dev.nn.optim.RmsProp;
import dev.nn.optim.Rprop;
import dev.nn.optim.Sgd;
import dev.nn.optim.StepDecay;

/** The built-in optimizers and learning-rate schedules. */
module dev.nn.optim {
  requires transitive dev.nn.api;
  requires static org.jspecify;

  exports dev.nn.optim;

  provides Optimizer with
      AdaBelief,
      Adadelta,
      Adafactor,
      Adagrad,
      Adam,
      AdamW,
      Adamax,
      Ftrl,
      Lamb,
      Lion,
      Muon,
      Nadam,
      RAdam,
      RmsProp,
      Rprop,
      Sgd;
  provides Schedule with
      ConstantRate,
      CosineDecay,
      CosineDecayRestarts,
      ExponentialDecay,
      InverseTimeDecay,
      OneCycle,
      PiecewiseConstant,
      PolynomialDecay,
      ReduceOnPlateau,
      StepDecay;
}
