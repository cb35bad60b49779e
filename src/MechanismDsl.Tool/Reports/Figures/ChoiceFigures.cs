using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>A choice among finitely many outcomes by agents with finitely many types: what is chosen where, and what each type expects.</summary>
internal static class ChoiceFigures
{
    private const int MostTypes = 40;

    /// <summary>What is chosen at every pair of types; null unless two agents with few types each report one number.</summary>
    public static Figure? Regions(string id, SolvedChoice solved)
    {
        if (solved is not { Survey: { IsComplete: true, Types: [var first, var second] } survey, Problem.Choice.Form: not ValueForm.Reported } || first.Count > MostTypes || second.Count > MostTypes)
        {
            return null;
        }

        var interpreter = new ChoiceInterpreter(solved.Problem, solved.Derived);
        var names = Names(solved.Problem, 2);
        List<(int Outcome, IReadOnlyList<Point> Cell)> cells = [];
        for (var row = 0; row < second.Count; row++)
        {
            for (var column = 0; column < first.Count; column++)
            {
                cells.Add((interpreter.Run([first[column], second[row]]).Chosen, [new(column, row), new(column + 1, row), new(column + 1, row + 1), new(column, row + 1)]));
            }
        }

        return new Figure(
            id,
            "What is chosen",
            FormattableString.Invariant($"The outcome at each of the {survey.Profiles} pairs of types."),
            TypeAxis($"type of {names[0]}", first),
            TypeAxis($"type of {names[1]}", second),
            [
                .. cells.GroupBy(cell => cell.Outcome).OrderBy(group => group.Key).Select(group =>
                    new RegionLayer(interpreter.Outcomes[group.Key], group.Key < 6 ? (Hue)group.Key : Hue.Quiet, [.. group.Select(cell => cell.Cell)])),
            ])
        { IsPlane = true };
    }

    /// <summary>What every type expects; null without exact expectations.</summary>
    public static Figure? Interim(string id, SolvedChoice solved)
    {
        if (solved is not { Survey: { Types: { Count: > 0 } types } survey, Expected: { } expected } || types.Any(own => own.Count is 0 or > 200))
        {
            return null;
        }

        var names = Names(solved.Problem, types.Count);
        var shown = Enumerable.Range(0, Math.Min(6, types.Count)).ToList();
        var options = solved.Problem.Population is Population.Named(var agents) ? agents.Select(agent => agent.OutsideOption).ToList() : [];
        return new Figure(
            id,
            "What each type expects",
            "Expected utility of a truthful agent that knows its own type only, before it compares it with staying away.",
            Axis.Holding("type", types.SelectMany(own => own), withZero: false),
            Axis.Holding("expected utility", expected.Interim.SelectMany(own => own.Select(one => Amount.Of(one).Value))),
            [
                .. shown.Select(agent => new LineLayer(null, AgentWords.Hue(agent), Line(agent))),
                .. shown.Select(agent => new DotLayer(names[agent], AgentWords.Hue(agent), [.. Line(agent).Select((point, index) => (point, $"{names[agent]} of type {point.X.Text()} expects {RationalText.Of(expected.Interim[agent][index])}"))]) { IsHollow = agent % 2 == 1 }),
                .. options.Select((option, agent) => (option, agent)).Where(one => one.option != 0).Select(one => new MarkLayer(IsVertical: false, one.option, $"staying away is worth {one.option.Text()} to {names[one.agent]}")),
            ])
        {
            Numbers = types.Count == 0 || types.Any(own => !own.Equals(types[0])) ? null : new NumberTable(
                ["type", .. shown.Select(agent => names[agent])],
                [.. types[0].Select((type, index) => (IReadOnlyList<string>)[type.Text(), .. shown.Select(agent => RationalText.Of(expected.Interim[agent][index]))])]),
        };

        IReadOnlyList<Point> Line(int agent) => [.. types[agent].Select((type, index) => new Point(type, Amount.Of(expected.Interim[agent][index]).Value))];
    }

    /// <summary>The agents' names.</summary>
    public static IReadOnlyList<string> Names(Problem problem, int agents) => problem.Population is Population.Named(var named)
        ? [.. named.Select((agent, index) => agent.Name ?? FormattableString.Invariant($"agent {index}"))]
        : [.. Enumerable.Range(0, agents).Select(index => FormattableString.Invariant($"agent {index}"))];

    private static Axis TypeAxis(string title, EquatableArray<double> types) => new(title, 0, types.Count)
    {
        Named = [.. types.Select((type, index) => (index + 0.5, type.Text()))],
    };
}
