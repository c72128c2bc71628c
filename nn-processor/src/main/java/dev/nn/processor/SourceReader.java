package dev.nn.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads what methods say in their source code, as far as that is plain. */
final class SourceReader {
  private final Optional<Trees> trees;

  SourceReader(ProcessingEnvironment environment) {
    this.trees = trees(environment);
  }

  private static Optional<Trees> trees(ProcessingEnvironment environment) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException e) {
      // Not javac, or javac behind a build tool that hides it.
      return Optional.empty();
    }
  }

  /** The text that a method returns, if it does nothing but to return a text or a constant. */
  Optional<String> returnedText(ExecutableElement method) {
    return tree(method)
        .map(tree -> tree.getBody().getStatements())
        .filter(statements -> statements.size() == 1)
        .flatMap(statements -> returned(statements.get(0)))
        .flatMap(returned -> text(returned, Members.classOf(method)));
  }

  private static Optional<ExpressionTree> returned(StatementTree statement) {
    return statement instanceof ReturnTree result
        ? Optional.ofNullable(result.getExpression())
        : Optional.empty();
  }

  private static Optional<String> text(ExpressionTree expression, TypeElement type) {
    if (expression instanceof ParenthesizedTree parentheses) {
      return text(parentheses.getExpression(), type);
    }
    if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return Optional.of(text);
    }
    if (expression instanceof IdentifierTree identifier) {
      return constant(identifier.getName(), type);
    }
    boolean isOwn =
        expression instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree owner
            && owner.getName().equals(type.getSimpleName());
    return isOwn
        ? constant(((MemberSelectTree) expression).getIdentifier(), type)
        : Optional.empty();
  }

  private static Optional<String> constant(Name name, TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(name))
        .map(VariableElement::getConstantValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst();
  }

  /**
   * All names in a method and in those of the same class that it mentions. Absent if the source
   * cannot be read, or if the object itself is handed on, so that anything may be read of it.
   */
  Optional<Set<String>> mentioned(TypeElement type, ExecutableElement method) {
    Set<String> names = new HashSet<>();
    Set<ExecutableElement> open = new HashSet<>(Set.of(method));
    Set<ExecutableElement> done = new HashSet<>();
    while (!open.isEmpty()) {
      ExecutableElement next = open.iterator().next();
      open.remove(next);
      done.add(next);
      Optional<MethodTree> tree = tree(next);
      if (tree.isEmpty()) {
        return Optional.empty();
      }
      Names found = new Names();
      found.scan(tree.get().getBody(), null);
      if (found.isHandedOn) {
        return Optional.empty();
      }
      names.addAll(found.names);
      List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
      for (ExecutableElement other : methods) {
        boolean isMentioned = found.names.contains(other.getSimpleName().toString());
        // The accessor of a component that the compiler makes has no source, and needs none.
        if (isMentioned && !done.contains(other) && tree(other).isPresent()) {
          open.add(other);
        }
      }
    }
    return Optional.of(names);
  }

  private Optional<MethodTree> tree(ExecutableElement method) {
    return trees
        .flatMap(found -> Optional.ofNullable(found.getTree(method)))
        .filter(tree -> tree.getBody() != null);
  }

  /** The names in a piece of code, and whether {@code this} is used but for its members. */
  private static final class Names extends TreeScanner<Void, Void> {
    private final Set<String> names = new HashSet<>();
    private boolean isHandedOn;

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
      names.add(identifier.getName().toString());
      isHandedOn |= identifier.getName().contentEquals("this");
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
      names.add(select.getIdentifier().toString());
      boolean isOfThis =
          select.getExpression() instanceof IdentifierTree owner
              && owner.getName().contentEquals("this");
      return isOfThis ? null : super.visitMemberSelect(select, null);
    }
  }
}
