using MechanismDsl.Generators.Explaining;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>What the generated parts of all families share: documentation, stamp, interfaces with the guarantees, constructor, <c>Explanation</c> and <c>Info</c>.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Contract">The interface of the mechanism in the package, without namespace: <c>IMechanism&lt;double, global::MechanismDsl.Sale&lt;double&gt;&gt;</c>.</param>
/// <param name="Environment">What is decided, in a few words.</param>
/// <param name="Summary">One sentence for a type without a summary of its own.</param>
/// <param name="Explanation">The mechanism in English.</param>
internal sealed record MechanismFrame(FilePlan Plan, string Contract, string Environment, string Summary, EquatableArray<ExplanationLine> Explanation)
{
    /// <summary>Hash of what the user's own rules do; null without rules, or if one lies outside the verifiable subset.</summary>
    public string? RulesHash { get; init; }

    /// <summary>The explanation, and what else the declaration says of the mechanism.</summary>
    private EquatableArray<ExplanationLine> Lines => Plan.Equivalents.Count == 0 ? Explanation : Explanation
        .Concat(Plan.Equivalents.Select(other => new ExplanationLine(1, $"Declared equivalent to {other}: the same decision at every profile of reports, and the same expected payment of every type for every report; MECH3024 and MECH3025 check it.")))
        .ToEquatableArray();

    /// <summary>Writes the file. Its stamp is the hash of everything else in it.</summary>
    /// <param name="members">Writes the members after <c>Info</c>.</param>
    /// <param name="after">Writes what follows the type in the file; null for nothing.</param>
    /// <param name="constants">Writes the members before <c>Explanation</c>; null for none.</param>
    public string Write(Action<SourceWriter> members, Action<SourceWriter>? after = null, Action<SourceWriter>? constants = null) =>
        Compose(members, after, constants, Fingerprint.Of(Compose(members, after, constants, string.Empty)));

    private string Compose(Action<SourceWriter> members, Action<SourceWriter>? after, Action<SourceWriter>? constants, string hash)
    {
        var writer = new SourceWriter();
        FileFrame.Write(writer, Plan.Type, frame =>
        {
            if (!Plan.Type.HasSummary)
            {
                frame.Doc("summary", Summary);
            }

            if (!Plan.Type.HasRemarks)
            {
                Remarks.Write(frame, Plan.Type.HasSummary ? Lines : Remarks.Without(Lines, Summary));
            }

            var rules = RulesHash is null ? string.Empty : $", Rules = \"{RulesHash}\"";
            frame.Line($"[global::MechanismDsl.GeneratedMechanism(\"{Stamp.Version}\", \"{hash}\"{rules})]");
            frame.Line(FileFrame.Header(Plan.Type) + " :");
            frame.Indented(() => WriteBases(frame));
            frame.Block(string.Empty, () =>
            {
                FileFrame.WriteConstructor(Plan.Type, frame);
                constants?.Invoke(frame);
                InfoWriter.Write(Plan.Type, Environment, Lines, Plan.Evidence, Plan.Assumptions, frame);
                members(frame);
            });
        });
        after?.Invoke(writer);
        return writer.ToString();
    }

    /// <summary>Only the strongest guarantees are named: the others are their bases.</summary>
    private void WriteBases(SourceWriter writer)
    {
        var names = new List<string> { Contract };
        names.AddRange(Plan.Evidence
            .Where(evidence => evidence.ImpliedBy is null || Plan.Evidence.All(other => other.Guarantee != evidence.ImpliedBy))
            .Select(evidence => "I" + evidence.Guarantee));
        names.AddRange(Plan.Assumptions
            .Where(assumption => Plan.Evidence.All(evidence => evidence.Guarantee != assumption.Guarantee))
            .Select(assumption => $"IAssumed<global::MechanismDsl.I{assumption.Guarantee}>"));
        for (var index = 0; index < names.Count; index++)
        {
            writer.Line($"global::MechanismDsl.{names[index]}{(index == names.Count - 1 ? string.Empty : ",")}");
        }
    }
}
