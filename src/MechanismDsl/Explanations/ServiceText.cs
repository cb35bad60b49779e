using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>
/// Says of agents who report one number each who is served, with which reports they would be, and who takes their place otherwise. Every number is one of a
/// run: the mechanism itself is asked what it would do at other reports.
/// </summary>
/// <param name="reports">The reports.</param>
/// <param name="who">Who they are.</param>
/// <param name="served">What a served agent is or does: <c>is served</c>, <c>trades</c>.</param>
/// <param name="run">The mechanism.</param>
internal sealed class ServiceText<TMoney>(TMoney[] reports, Participants<TMoney> who, string served, Func<TMoney[], Standing<TMoney>[]> run)
    where TMoney : struct, INumber<TMoney>
{
    private readonly Standing<TMoney>[] _outcome = run(reports);

    /// <summary>Whether places are slots that have numbers.</summary>
    public bool HasSlots { get; init; }

    /// <summary>Whether payments include the fee for taking part.</summary>
    public bool IsFeeIncluded { get; init; }

    public string Write(int? agent) => string.Join('\n', Participants<TMoney>.Asked(agent, reports.Length).Select(Explain));

    private string Explain(int agent)
    {
        var standing = _outcome[agent];
        var report = $"{who.Subject(agent)} reports {ExplainedNumber.Of(reports[agent])}";
        var fee = who.Fee == TMoney.Zero ? string.Empty : who.Payable(IsFeeIncluded, standing.IsServed);
        if (!standing.IsServed)
        {
            return (standing.Payment == TMoney.Zero ? $"{report} and {Negated}." : $"{report}, {Negated} and {Pays(agent, standing.Payment)} all the same.") + $"{fee} {Beyond(agent)}";
        }

        var gets = HasSlots ? ExplainedNumber.Format($"gets slot {standing.Place}") : served;
        return $"{report}, {gets} and {Pays(agent, standing.Payment)}.{fee} {Keeps(agent, standing)}";
    }

    private string Negated => served == "trades" ? "does not trade" : "is not served";

    private string Pays(int agent, TMoney payment) =>
        $"{(who.IsSupplier(agent) != payment < TMoney.Zero ? "receives" : "pays")} {ExplainedNumber.Of(ExplainedNumber.Short(TMoney.Abs(payment)))}";

    /// <summary>With which reports an agent that is served would still be.</summary>
    private string Keeps(int agent, Standing<TMoney> standing)
    {
        var line = new ReportLine<TMoney>(who, agent);
        bool Wins(TMoney report) => With(agent, report)[agent].Reaches(standing.Place);
        if (Wins(line.At(line.Worst)))
        {
            return who.IsMonotone
                ? $"It {(HasSlots ? "would have it" : Would)} with every report: nobody would take its place."
                : $"It {(HasSlots ? "would have it" : Would)} with the {(who.IsSupplier(agent) ? "highest" : "lowest")} report as well.";
        }

        var turn = line.Turn(Wins, line.Worst, line.Rank(reports[agent]));
        var (words, number) = line.Bound(turn);
        var others = With(agent, line.At(line.Worse(turn)));
        var heirs = Better(others, _outcome, agent);
        if (!who.IsMonotone)
        {
            return $"It {(HasSlots ? "would have it" : Would)} {line.Edge(turn)}; there {(heirs.Count == 0 ? "nobody takes its place" : $"its place goes to {ExplainedNumber.List(heirs)}")}. What it {Verb(agent)} is what the declaration's own payment says.";
        }

        var end = heirs.Count == 0 ? "beyond that nobody takes its place" : $"beyond that its place goes to {ExplainedNumber.List(heirs)}";
        var price = HasSlots || IsSame(standing.Payment, number) ? string.Empty : $" What it {Verb(agent)} is not that number: the rule says {ExplainedNumber.Of(standing.Payment)}.";
        return $"It {(HasSlots ? "would have it" : Would)} with every report {words}; {end}.{price}";
    }

    private string Verb(int agent) => who.IsSupplier(agent) ? "receives" : "pays";

    /// <summary>A price in doubles is computed, and the last report that wins is found: they can differ in the last digits.</summary>
    private static bool IsSame(TMoney payment, TMoney number) => payment == number
        || (typeof(TMoney) == typeof(double) && Math.Abs(double.CreateChecked(payment - number)) <= 1e-12 * double.CreateChecked(number));

    /// <summary>With which reports an agent that is not served would be.</summary>
    private string Beyond(int agent)
    {
        var line = new ReportLine<TMoney>(who, agent);
        bool Wins(TMoney report) => With(agent, report)[agent].IsServed;
        if (!Wins(line.At(line.Best)))
        {
            return who.IsMonotone
                ? $"No report {(served == "trades" ? "would make it trade" : "would be served")}."
                : $"The {(who.IsSupplier(agent) ? "lowest" : "highest")} report {(served == "trades" ? "would not make it trade" : "would not be served")} either.";
        }

        var turn = line.Turn(Wins, line.Rank(reports[agent]), line.Best);
        var losers = Better(_outcome, With(agent, line.At(turn)), agent);
        var end = losers.Count == 0 ? "without taking anybody's place" : $"in place of {ExplainedNumber.List(losers)}";
        return who.IsMonotone ? $"It {Would} with every report {line.Bound(turn).Words}, {end}." : $"It {Would} {line.Edge(turn)}: {end}.";
    }

    private string Would => served == "trades" ? "would trade" : "would be served";

    /// <summary>The agents that have more in one outcome than in another, with their reports.</summary>
    private List<string> Better(Standing<TMoney>[] one, Standing<TMoney>[] other, int except) =>
        [.. Enumerable.Range(0, reports.Length)
            .Where(agent => agent != except && one[agent].IsServed && !other[agent].Reaches(one[agent].Place) && who.IsSupplier(agent) == who.IsSupplier(except))
            .Select(agent => $"{who.Object(agent)}, who reports {ExplainedNumber.Of(reports[agent])}")];

    private Standing<TMoney>[] With(int agent, TMoney report)
    {
        var changed = (TMoney[])reports.Clone();
        changed[agent] = report;
        return run(changed);
    }
}
