package dev.nn.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * Registers the classes that are marked with {@code @NnPlugin}, and refuses those that could not be
 * used.
 *
 * <p>All work is done in the last round, when the classes that other processors make are there. If
 * the compiler has found errors by then, nothing is done.
 *
 * <p>A compiler that is given only some sources of a project adds their plugins to the services
 * files in the output folder. Classes that are gone, or that have lost their annotation, are taken
 * out. The exception is the last annotation of a project: nothing calls the processor then, and the
 * line stays until the output folder is cleaned.
 */
@SupportedAnnotationTypes(NnPluginProcessor.ANNOTATION)
public final class NnPluginProcessor extends AbstractProcessor {
  static final String ANNOTATION = "dev.nn.api.NnPlugin";

  private final Set<String> annotated = new TreeSet<>();
  private final Set<String> compiled = new TreeSet<>();

  /** Made by the compiler. */
  public NnPluginProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** The annotation is ours alone, and of one that nobody claims {@code -Xlint:all} warns. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        compiled.add(type.getQualifiedName().toString());
      }
    }
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        annotated.add(((TypeElement) element).getQualifiedName().toString());
      }
    }
    if (round.processingOver() && !round.errorRaised() && !annotated.isEmpty()) {
      finish();
    }
    return true;
  }

  private void finish() {
    Elements elements = processingEnv.getElementUtils();
    List<Registration> registrations = new ArrayList<>();
    for (String name : annotated) {
      TypeElement type = elements.getTypeElement(name);
      registrations.addAll(Registration.of(type, processingEnv));
    }
    List<Mistake> mistakes = new ArrayList<>();
    new ProviderRules(processingEnv, mistakes::add).check(registrations);
    new ModuleRules(elements, mistakes::add).check(registrations);
    for (Mistake mistake : mistakes) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, mistake.message(), mistake.place());
    }
    if (mistakes.isEmpty()) {
      write(registrations);
    }
  }

  private void write(List<Registration> registrations) {
    ServicesFile file = new ServicesFile(processingEnv, compiled);
    for (TypeElement kind : Registration.kinds(processingEnv.getElementUtils())) {
      try {
        file.update(
            kind.getQualifiedName().toString(),
            registrations.stream()
                .filter(registration -> registration.isOf(kind))
                .map(Registration::className)
                .toList());
      } catch (IOException e) {
        processingEnv
            .getMessager()
            .printMessage(
                Diagnostic.Kind.ERROR,
                "%s%s cannot be written: %s"
                    .formatted(ServicesFile.FOLDER, kind.getQualifiedName(), e));
      }
    }
  }
}
