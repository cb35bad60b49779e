using MechanismDsl.Generators.Planning;

namespace MechanismDsl.Generators.Writing;

/// <summary>Documentation that the ways to run a mechanism share.</summary>
internal static class RunDocs
{
    /// <summary>The parameter with the reports, and the reserve's where there is one.</summary>
    public static void WriteReports(MechanismPlan plan, SourceWriter writer)
    {
        var order = plan.IsNamed ? $", in the order {string.Join(", ", plan.Agents)}" : plan.MostAgents is { } most ? $"; at most {most}" : string.Empty;
        writer.ParameterDoc(plan.Market.Reports, $"One {plan.Market.Report} {(plan.Market.IsProcurement ? "a supplier" : "a bidder")}{order}.");
        WriteReserve(plan, writer);
    }

    /// <summary>The parameter of a run-time reserve.</summary>
    public static void WriteReserve(MechanismPlan plan, SourceWriter writer)
    {
        if (plan.HasRunTimeReserve)
        {
            writer.ParameterDoc(plan.Market.Limit, plan.Market.IsProcurement ? "The highest cost that is served, at least 0." : "The lowest bid that is sold, at least 0.");
        }
    }

    /// <summary>The errors of every run.</summary>
    public static void WriteExceptions(MechanismPlan plan, SourceWriter writer)
    {
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A {plan.Market.Report} outside the declared domain; the message names agent, value and domain.</exception>");
        if (plan.IsNamed || plan.MostAgents is not null)
        {
            writer.Line($"/// <exception cref=\"global::System.ArgumentException\">The number of {plan.Market.Reports} is not the declared one.</exception>");
        }
    }

    /// <summary>The documentation of <c>RunBatch</c>.</summary>
    /// <param name="plan">The mechanism.</param>
    /// <param name="writer">Receives it.</param>
    /// <param name="sizes">What the sizes are, where every run brings them; null elsewhere.</param>
    public static void WriteBatch(MechanismPlan plan, SourceWriter writer, string? sizes = null)
    {
        writer.Doc("summary", "Runs many auctions, one after the other.");
        writer.ParameterDoc(plan.Market.Reports, $"Row by row: the {plan.Market.Reports} of the first auction, then those of the second, and so on.");
        if (sizes is not null)
        {
            writer.ParameterDoc("sizes", sizes);
        }

        writer.ParameterDoc("agents", $"Number of {plan.Market.Reports} in a row.");
        writer.ParameterDoc("outcomes", "Receives one outcome an auction.");
        WriteReserve(plan, writer);
        WriteExceptions(plan, writer);
    }

    /// <summary>The statement that checks a run-time reserve; without it NaN would serve nobody in silence.</summary>
    public static void WriteReserveCheck(MechanismPlan plan, SourceWriter writer)
    {
        if (!plan.HasRunTimeReserve)
        {
            return;
        }

        var limit = plan.Market.Limit;
        writer.Block($"if (!({limit} >= 0))", () =>
            writer.Line($"throw new global::System.ArgumentOutOfRangeException(nameof({limit}), {limit}, \"The {limit} must be at least 0.\");"));
        writer.Line();
    }
}
