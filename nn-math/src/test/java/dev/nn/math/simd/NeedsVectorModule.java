package dev.nn.math.simd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that are skipped, visibly, where java runs without the incubating module. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsVectorModule.Condition.class)
@interface NeedsVectorModule {

  /** Looks for the module. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? ConditionEvaluationResult.enabled("jdk.incubator.vector is there")
          : ConditionEvaluationResult.disabled("run with --add-modules jdk.incubator.vector");
    }
  }
}
