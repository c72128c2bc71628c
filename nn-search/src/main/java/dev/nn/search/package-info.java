/**
 * Search for the specs that do best. A {@link dev.nn.search.SearchSpace} is a spec text with holes
 * for what is not known, such as {@code dense(units={16, 64}, activation={relu, tanh})}; a {@link
 * dev.nn.search.Search} fills them again and again, tries each setting, and ranks them in a {@link
 * dev.nn.search.SearchResult}. What a trial is and how good it was is up to an {@link
 * dev.nn.search.Objective}; {@link dev.nn.search.TableObjective} trains on a table.
 *
 * <p>A search can be repeated: it depends on the space, the seed and the number of trials, and
 * never on how many workers there are or in which order they finish. With a journal it goes on
 * after a crash as if nothing had happened.
 */
@NullMarked
package dev.nn.search;

import org.jspecify.annotations.NullMarked;
