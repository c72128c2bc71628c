import dev.nn.api.Initializer;
import dev.nn.init.Constant;
import dev.nn.init.Eye;
import dev.nn.init.HeNormal;
import dev.nn.init.HeUniform;
import dev.nn.init.LecunNormal;
import dev.nn.init.LecunUniform;
import dev.nn.init.Normal;
import dev.nn.init.Ones;
import dev.nn.init.Orthogonal;
import dev.nn.init.Sparse;
import dev.nn.init.TruncatedNormal;
import dev.nn.init.Uniform;
import dev.nn.init.VarianceScaling;
import dev.nn.init.XavierNormal;
import dev.nn.init.XavierUniform;
import dev.nn.init.Zeros;

/** The built-in weight initializers. */
module dev.nn.init {
  requires transitive dev.nn.api;
  requires static org.jspecify;

  exports dev.nn.init;

  provides Initializer with
      Constant,
      Eye,
      HeNormal,
      HeUniform,
      LecunNormal,
      LecunUniform,
      Normal,
      Ones,
      Orthogonal,
      Sparse,
      TruncatedNormal,
      Uniform,
      VarianceScaling,
      XavierNormal,
      XavierUniform,
      Zeros;
}
