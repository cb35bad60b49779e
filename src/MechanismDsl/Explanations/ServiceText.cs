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
    private readonly ReportLine<TMoney> _line = new(who);

    /// <summary>Whether places are slots that have numbers.</summary>
    public bool HasSlots { get; init; }

    public string Write(int? agent) => string.Join('\n', Participants<TMoney>.Asked(agent, reports.Length).Select(Explain));

    private string Explain(int agent)
    {
        var standing = _outcome[agent];
        var report = $"{who.Subject(agent)} reports {ExplainedNumber.Of(reports[agent])}";
        if (!standing.IsServed)
        {
            return $"{report} and {Negated}. {Beyond(agent)}";
        }

        var gets = HasSlots ? ExplainedNumber.Format($"gets slot {standing.Place}") : served;
        return $"{report}, {gets} and {(who.IsSupplier(agent) ? "receives" : "pays")} {ExplainedNumber.Of(standing.Payment)}. {Keeps(agent, standing)}";
    }

    private string Negated => served == "trades" ? "does not trade" : "is not served";

    /// <summary>With which reports an agent that is served would still be.</summary>
    private string Keeps(int agent, Standing<TMoney> standing)
    {
        var isSupplier = who.IsSupplier(agent);
        var worst = isSupplier ? _line.Highest : _line.Lowest;
        bool Wins(TMoney report) => With(agent, report)[agent].Reaches(standing.Place);
        if (Wins(_line.At(worst)))
        {
            return $"It {(HasSlots ? "would have it" : Would)} with every report: nobody would take its place.";
        }

        var turn = _line.Turn(Wins, worst, _line.Rank(reports[agent]));
        var (words, number) = _line.Bound(turn, isSupplier);
        var others = With(agent, _line.At(isSupplier ? turn + 1 : turn - 1));
        var heirs = Better(others, _outcome, agent);
        var end = heirs.Count == 0 ? "beyond that nobody takes its place" : $"beyond that its place goes to {ExplainedNumber.List(heirs)}";
        var price = HasSlots || IsSame(standing.Payment, number) ? string.Empty : $" What it {(isSupplier ? "receives" : "pays")} is not that number: the rule says {ExplainedNumber.Of(standing.Payment)}.";
        return $"It {(HasSlots ? "would have it" : Would)} with every report {words}; {end}.{price}";
    }

    /// <summary>A price in doubles is computed, and the last report that wins is found: they can differ in the last digits.</summary>
    private static bool IsSame(TMoney payment, TMoney number) => payment == number
        || (typeof(TMoney) == typeof(double) && Math.Abs(double.CreateChecked(payment - number)) <= 1e-12 * double.CreateChecked(number));

    /// <summary>With which reports an agent that is not served would be.</summary>
    private string Beyond(int agent)
    {
        var isSupplier = who.IsSupplier(agent);
        var best = isSupplier ? _line.Lowest : _line.Highest;
        bool Wins(TMoney report) => With(agent, report)[agent].IsServed;
        if (!Wins(_line.At(best)))
        {
            return $"No report {(served == "trades" ? "would make it trade" : "would be served")}.";
        }

        var turn = _line.Turn(Wins, _line.Rank(reports[agent]), best);
        var losers = Better(_outcome, With(agent, _line.At(turn)), agent);
        var end = losers.Count == 0 ? "without taking anybody's place" : $"in place of {ExplainedNumber.List(losers)}";
        return $"It {Would} with every report {_line.Bound(turn, isSupplier).Words}, {end}.";
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
