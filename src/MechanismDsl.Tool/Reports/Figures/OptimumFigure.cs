using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>What every type expects of an optimal mechanism over finitely many types.</summary>
internal static class OptimumFigure
{
    private const int MostAgents = 6;

    /// <summary>The figure. A type of several numbers is called by its place.</summary>
    public static Figure Of(string id, SolvedOptimum solved)
    {
        var types = solved.Environment.Design.Types;
        var names = ChoiceFigures.Names(solved.Problem, types.Agents);
        var isNumber = solved.Environment.Types.All(own => own.All(type => type.Count == 1));
        var agents = Enumerable.Range(0, Math.Min(MostAgents, types.Agents)).ToList();
        return new Figure(
            id,
            "What each type expects",
            "Expected utility of a truthful agent that knows its own type only.",
            Axis.Holding(isNumber ? "type" : "type, by its place", agents.SelectMany(agent => Line(agent).Select(point => point.X)), withZero: false),
            Axis.Holding("expected utility", agents.SelectMany(agent => Line(agent).Select(point => point.Y))),
            [
                .. agents.Select(agent => new LineLayer(null, AgentWords.Hue(agent), Line(agent))),
                .. agents.Select(agent => new DotLayer(names[agent], AgentWords.Hue(agent), [.. Line(agent).Select((point, type) => (point, $"{names[agent]} of type {Name(agent, type)} expects {Utility(agent, type)}"))]) { IsHollow = agent % 2 == 1 }),
            ])
        {
            Numbers = new NumberTable(
                ["agent and type", "expected utility"],
                [.. agents.SelectMany(agent => Enumerable.Range(0, types.Counts[agent]).Select(type => (IReadOnlyList<string>)[$"{names[agent]}, {Name(agent, type)}", Utility(agent, type)]))]),
        };

        IReadOnlyList<Point> Line(int agent) =>
        [
            .. Enumerable.Range(0, types.Counts[agent]).Select(type => new Point(
                isNumber ? solved.Environment.Types[agent][type][0] : type,
                Amount.Of(solved.Table.InterimUtility(solved.Environment.Prior, agent, type, type)).Value)),
        ];

        string Utility(int agent, int type) => RationalText.Of(solved.Table.InterimUtility(solved.Environment.Prior, agent, type, type)).Replace('-', '−');

        string Name(int agent, int type) => string.Join(" / ", solved.Environment.Types[agent][type].Select(number => number.Text()));
    }
}
