using System.Text;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>A loop over all agents that some of the runs are in, together.</summary>
/// <param name="Heads">The head of the loop in each run; −1 for runs that are not in it.</param>
/// <param name="Current">The index that the loop is at; null between two turns.</param>
/// <param name="IsFocalDone">Whether the focal agent's turn is over.</param>
/// <param name="Done">The agents that variables refer to whose turn is over.</param>
internal sealed record LoopFrame(IReadOnlyList<int> Heads, Term? Current, bool IsFocalDone, IReadOnlyList<Term> Done);

/// <summary>The variables of a run in a state.</summary>
/// <param name="At">The next instruction.</param>
/// <param name="Scalars">The live scalar variables.</param>
/// <param name="Arrays">The live array variables: an input (its number), or a cell (−1 − its number).</param>
internal sealed record RunSnapshot(int At, IReadOnlyList<(int Variable, Term Value)> Scalars, IReadOnlyList<(int Variable, int Array)> Arrays);

/// <summary>
/// A state of all runs between two turns of a loop, up to renaming: what the variables are, and how those that are no input compare with
/// each other and with the inputs. There are finitely many, and the relational invariant of a loop is the set of those that can be reached.
/// </summary>
/// <param name="Runs">The runs.</param>
/// <param name="Cells">The focal elements of the arrays that are filled, over all runs.</param>
/// <param name="Frames">The loops, the innermost one last.</param>
/// <param name="Classes">The agents that something refers to.</param>
/// <param name="Facts">The comparisons that hold.</param>
internal sealed record LoopState(
    IReadOnlyList<RunSnapshot> Runs, IReadOnlyList<Term> Cells, IReadOnlyList<LoopFrame> Frames, IReadOnlyList<Term> Classes, IReadOnlyList<Fact> Facts)
{
    private string? _key;

    /// <summary>The state as text; equal states have equal keys.</summary>
    public string Key => _key ??= Write();

    private string Write()
    {
        var text = new StringBuilder();
        foreach (var run in Runs)
        {
            text.Append(FormattableString.Invariant($"@{run.At}"));
            foreach (var (variable, value) in run.Scalars)
            {
                text.Append(FormattableString.Invariant($" v{variable}={value}"));
            }

            foreach (var (variable, array) in run.Arrays)
            {
                text.Append(FormattableString.Invariant($" a{variable}={array}"));
            }

            text.Append("; ");
        }

        text.Append("cells ").Append(string.Join(" ", Cells)).Append("; ");
        foreach (var frame in Frames)
        {
            text.Append("loop ").Append(string.Join(" ", frame.Heads)).Append(" at ").Append(frame.Current?.ToString() ?? "-")
                .Append(frame.IsFocalDone ? " after f" : " before f").Append(" done ").Append(string.Join(" ", frame.Done)).Append("; ");
        }

        return text.Append(string.Join(", ", Facts.Select(fact => fact.ToString()))).ToString();
    }
}
