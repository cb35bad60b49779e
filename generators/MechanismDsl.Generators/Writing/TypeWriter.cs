using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes the file of one single-item mechanism: its partial type and, where a kernel does not do all the work, the class that holds its rule.</summary>
internal static class TypeWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(MechanismPlan plan)
    {
        var contract = plan.HasRunTimeReserve ? "IMechanism" : $"IMechanism<{plan.Currency.Type}, {Outcome(plan)}>";
        return new MechanismFrame(plan, contract, "single item", plan.Summary, plan.Explanation).Write(
            members => WriteRuns(plan, members),
            after => WriteRule(plan, after),
            constants => new ConstantsWriter(plan, constants).Write());
    }

    /// <summary>The outcome type of the interface.</summary>
    public static string Outcome(MechanismPlan plan) => $"global::MechanismDsl.{(plan.Ties.AreShared ? "SharedSale" : "Sale")}<{plan.Currency.Type}>";

    private static void WriteRuns(MechanismPlan plan, SourceWriter writer)
    {
        if (plan.Ties.AreShared)
        {
            new SharedRunWriter(plan, writer).Write();
        }
        else
        {
            new RunWriter(plan, writer).Write();
        }

        new ExplainWriter(writer).WriteAuction(plan);
        new EquilibriumWriter(plan, writer).WriteMembers();
    }

    private static void WriteRule(MechanismPlan plan, SourceWriter writer)
    {
        if (RuleWriter.IsNeeded(plan))
        {
            RuleWriter.Write(plan, writer);
        }
    }
}
