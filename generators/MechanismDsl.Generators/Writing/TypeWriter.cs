using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the file of one mechanism: its partial type and, where a kernel does not do all the work, the class that holds its rule.</summary>
internal static class TypeWriter
{
    /// <summary>The text of the file. Its stamp is the hash of everything else in it.</summary>
    public static string Write(MechanismPlan plan) => Compose(plan, Fingerprint.Of(Compose(plan, string.Empty)));

    private static string Compose(MechanismPlan plan, string hash)
    {
        var writer = new SourceWriter();
        FileFrame.Write(writer, plan.Type, frame =>
        {
            if (!plan.Type.HasSummary)
            {
                frame.Doc("summary", plan.Summary);
            }

            if (!plan.Type.HasRemarks)
            {
                Remarks.Write(frame, plan.Explanation);
            }

            frame.Line($"[global::MechanismDsl.GeneratedMechanism(\"{Stamp.Version}\", \"{hash}\")]");
            frame.Line(FileFrame.Header(plan.Type) + " :");
            frame.Indented(() => WriteBases(plan, frame));
            frame.Block(string.Empty, () => WriteMembers(plan, frame));
        });
        if (RuleWriter.IsNeeded(plan))
        {
            RuleWriter.Write(plan, writer);
        }

        return writer.ToString();
    }

    private static void WriteBases(MechanismPlan plan, SourceWriter writer)
    {
        var names = new List<string> { plan.HasRunTimeReserve ? "IMechanism" : $"IMechanism<{plan.Currency.Type}, {Outcome(plan)}>" };
        names.AddRange(plan.Evidence
            .Where(evidence => evidence.ImpliedBy is null || plan.Evidence.All(other => other.Guarantee != evidence.ImpliedBy))
            .Select(evidence => "I" + evidence.Guarantee));
        names.AddRange(plan.Assumptions
            .Where(assumption => plan.Evidence.All(evidence => evidence.Guarantee != assumption.Guarantee))
            .Select(assumption => $"IAssumed<global::MechanismDsl.I{assumption.Guarantee}>"));
        for (var index = 0; index < names.Count; index++)
        {
            writer.Line($"global::MechanismDsl.{names[index]}{(index == names.Count - 1 ? string.Empty : ",")}");
        }
    }

    /// <summary>The outcome type of the interface.</summary>
    public static string Outcome(MechanismPlan plan) => $"global::MechanismDsl.{(plan.Ties.AreShared ? "SharedSale" : "Sale")}<{plan.Currency.Type}>";

    private static void WriteMembers(MechanismPlan plan, SourceWriter writer)
    {
        FileFrame.WriteConstructor(plan.Type, writer);
        new ConstantsWriter(plan, writer).Write();
        InfoWriter.Write(plan.Type, "single item", plan.Explanation, plan.Evidence, plan.Assumptions, writer);
        if (plan.Ties.AreShared)
        {
            new SharedRunWriter(plan, writer).Write();
        }
        else
        {
            new RunWriter(plan, writer).Write();
        }

        new EquilibriumWriter(plan, writer).WriteMembers();
    }
}
