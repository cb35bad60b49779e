using System.Text;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>A loop over all agents that some of the runs are in, together.</summary>
/// <param name="Heads">The head of the loop in each run; −1 for runs that are not in it.</param>
/// <param name="Current">The index that the loop is at; null between two turns.</param>
/// <param name="IsFocalDone">Whether the focal agent's turn is over.</param>
/// <param name="Done">The agents that variables refer to whose turn is over.</param>
/// <param name="Crowd">What holds of every other agent whose turn is over, said of <see cref="AgentModel.Anyone"/>; null if there is none.</param>
internal sealed record LoopFrame(IReadOnlyList<int> Heads, Term? Current, bool IsFocalDone, IReadOnlyList<Term> Done, IReadOnlyList<Fact>? Crowd)
{
    /// <summary>Whether the agents have their turns from the last to the first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>That one agent has its turn before another.</summary>
    public Fact Precedes(Term first, Term second) => IsDescending ? new Fact(Relation.Less, second, first) : new Fact(Relation.Less, first, second);
}

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
/// <param name="Cells">The focal elements of the arrays that are filled, over all runs, and what is written to them all together.</param>
/// <param name="Frames">The loops, the innermost one last.</param>
/// <param name="Classes">The agents that something refers to.</param>
/// <param name="Facts">The comparisons that hold.</param>
/// <param name="Crowd">What holds of every agent that nothing refers to, said of <see cref="AgentModel.Anyone"/>; null if there is none.</param>
internal sealed record LoopState(
    IReadOnlyList<RunSnapshot> Runs, IReadOnlyList<(Term Value, Term? Total)> Cells, IReadOnlyList<LoopFrame> Frames, IReadOnlyList<Term> Classes, IReadOnlyList<Fact> Facts,
    IReadOnlyList<Fact>? Crowd)
{
    private string? _shape;
    private HashSet<Fact>? _known;

    /// <summary>Everything but the comparisons, as text.</summary>
    public string Shape => _shape ??= Write();

    /// <summary>
    /// Whether every execution that is in another state is in this one: the two have the same shape, and whatever is known here is known there.
    /// </summary>
    public bool Covers(LoopState other)
    {
        if (!string.Equals(Shape, other.Shape, StringComparison.Ordinal) || !Known.IsSubsetOf(other.Known) || !IsKnown(Crowd, other.Crowd))
        {
            return false;
        }

        for (var depth = 0; depth < Frames.Count; depth++)
        {
            if (!IsKnown(Frames[depth].Crowd, other.Frames[depth].Crowd))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The state as text, in the form that certificates write and their checker reads: parts with a semicolon after each.</summary>
    public override string ToString() => string.Concat(
        Shape,
        Facts.Count == 0 ? "" : $"facts {string.Join(", ", Facts)}; ",
        CrowdText("", Crowd),
        string.Concat(Frames.Select((frame, depth) => CrowdText(FormattableString.Invariant($" before loop {depth}"), frame.Crowd))));

    private HashSet<Fact> Known => _known ??= Weakened(Facts);

    // Of nobody everything is known.
    private static bool IsKnown(IReadOnlyList<Fact>? weaker, IReadOnlyList<Fact>? stronger) =>
        stronger is null || (weaker is not null && (weaker.Count == 0 || Weakened(weaker).IsSubsetOf(Weakened(stronger))));

    // With what follows from each comparison alone.
    private static HashSet<Fact> Weakened(IReadOnlyList<Fact> facts)
    {
        var all = new HashSet<Fact>();
        foreach (var fact in facts)
        {
            all.Add(fact with { Site = -1 });
            all.Add(fact with { Site = -1, Relation = Relation.LessOrEqual });
        }

        return all;
    }

    private static string CrowdText(string where, IReadOnlyList<Fact>? crowd) => crowd switch
    {
        null => $"nobody else{where}; ",
        { Count: 0 } => "",
        _ => $"everybody else{where} has {string.Join(", ", crowd)}; ",
    };

    private string Write()
    {
        var text = new StringBuilder();
        foreach (var run in Runs)
        {
            text.Append(FormattableString.Invariant($"@{run.At}; "));
            foreach (var (variable, value) in run.Scalars)
            {
                text.Append(FormattableString.Invariant($"v{variable} {value}; "));
            }

            foreach (var (variable, array) in run.Arrays)
            {
                text.Append(FormattableString.Invariant($"a{variable} {array}; "));
            }
        }

        foreach (var (value, total) in Cells)
        {
            text.Append("cell ").Append(value).Append(total is null ? "" : $" of {total}").Append("; ");
        }

        foreach (var frame in Frames)
        {
            text.Append(frame.IsDescending ? "loop down " : "loop up ").Append(string.Join(" ", frame.Heads)).Append(" at ").Append(frame.Current?.ToString() ?? "-")
                .Append(frame.IsFocalDone ? " after f" : " before f").Append(" done").Append(string.Concat(frame.Done.Select(index => " " + index))).Append("; ");
        }

        return text.ToString();
    }
}
