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
        WriteInfo(plan, writer);
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

    private static void WriteInfo(MechanismPlan plan, SourceWriter writer)
    {
        writer.Doc("summary", "The mechanism in English, with the numbers of this declaration.");
        writer.Line(Stamp.Attribute());
        Remarks.WriteConstant(writer, plan.Explanation);
        writer.Line();
        writer.Doc("summary", "What the mechanism is, and every guarantee that holds with the theorem behind it.");
        writer.Line(Stamp.Attribute());
        writer.Line("public static global::MechanismDsl.MechanismInfo Info { get; } = new(");
        writer.Indented(() =>
        {
            writer.Line($"{Text.Literal(plan.Type.Name)},");
            writer.Line("\"single item\",");
            writer.Line("Explanation,");
            writer.Line("[");
            writer.Indented(() =>
            {
                foreach (var evidence in plan.Evidence)
                {
                    writer.Line($"new(global::MechanismDsl.Guarantee.{evidence.Guarantee}, {Text.Literal(evidence.Theorem)}, {Text.Literal(evidence.Scope)}),");
                }
            });
            writer.Line(plan.Assumptions.Count == 0 ? "]);" : "])");
        });
        if (plan.Assumptions.Count > 0)
        {
            writer.Block(string.Empty, () => WriteAssumptions(plan, writer));
            writer.EndStatement();
        }
    }

    private static void WriteAssumptions(MechanismPlan plan, SourceWriter writer)
    {
        writer.Line("Assumptions =");
        writer.Line("[");
        writer.Indented(() =>
        {
            foreach (var (guarantee, because) in plan.Assumptions)
            {
                writer.Line($"new(global::MechanismDsl.Guarantee.{guarantee}, {Text.Literal(because)}),");
            }
        });
        writer.Line("],");
    }
}
