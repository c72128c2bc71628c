#set($Kind = "${kind.substring(0, 1).toUpperCase()}${kind.substring(1)}")
package ${package};

import dev.nn.api.${Kind};
import dev.nn.testkit.${Kind}Contract;

class ${className}Test implements ${Kind}Contract {
  @Override
  public ${Kind} plugin() {
    return new ${className}();
  }
}
