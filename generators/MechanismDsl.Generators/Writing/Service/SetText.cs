using System.Globalization;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Service;

/// <summary>The code that says which sets of agents are feasible, and the call of the kernel that compares them.</summary>
/// <param name="Agents">The names of the agents; empty for alike agents.</param>
/// <param name="Ranks">The place of each named agent among equals; empty: the order of declaration.</param>
internal sealed record SetText(EquatableArray<string> Agents, EquatableArray<int> Ranks)
{
    /// <summary>What stands before the names of kernels.</summary>
    public string Kernels { get; init; } = string.Empty;

    /// <summary>What stands before the names of the system.</summary>
    public string System { get; init; } = string.Empty;

    /// <summary>What stands before the names of numbers.</summary>
    public string Numerics { get; init; } = string.Empty;

    private string RankList => $"[{string.Join(", ", Ranks.Select(rank => NumberText.Exact(rank)))}]";

    /// <summary>Writes the sets that limits allow.</summary>
    public void WriteSets(SourceWriter writer, Limited set, string members)
    {
        if (IsLaminar(set))
        {
            WriteGroups(writer, set, members);
            return;
        }

        writer.Doc("summary", $"The sets of {members} that may be served together, found once.");
        writer.Line($"private static readonly {Kernels}ServiceSets Sets = new({NumberText.Exact(set.Agents)}, IsFeasible{(Ranks.Count == 0 ? string.Empty : ", " + RankList)});");
        writer.Line();
        if (set.Limits.Count == 0)
        {
            writer.Doc("summary", "Everybody may be served.");
            writer.Line("private static bool IsFeasible(int served) => true;");
            writer.Line();
            return;
        }

        foreach (var listed in set.Limits.OfType<ServiceLimit.Listed>().Where(listed => listed.Sets.Count > 1))
        {
            writer.Doc("summary", $"What {listed.Method} says of every set: a bit for each.");
            writer.Line($"private static {System}ReadOnlySpan<ulong> Listed => [{string.Join(", ", listed.Sets.Select(Hexadecimal))}];");
            writer.Line();
        }

        writer.Doc("summary", $"Whether a set may be served: bit 0 stands for {Agents[0]}, and so on.");
        writer.Line("private static bool IsFeasible(int served) =>");
        writer.Indented(() =>
        {
            for (var index = 0; index < set.Limits.Count; index++)
            {
                var end = index == set.Limits.Count - 1 ? ";" : string.Empty;
                var remark = set.Limits[index] is ServiceLimit.Listed listed ? $"    // {listed.Method}" : string.Empty;
                writer.Line($"{(index == 0 ? string.Empty : "&& ")}{Condition(set.Limits[index])}{end}{remark}");
            }
        });
        writer.Line();
    }

    /// <summary>Whether limits need no sets; where there is none everybody is served, which one set says as well.</summary>
    private static bool IsLaminar(Limited set) => set.IsLaminar && (set.Limits.Count > 0 || set.Agents > MostAgents);

    /// <summary>So many agents' sets can be listed.</summary>
    private const int MostAgents = 16;

    private void WriteGroups(SourceWriter writer, Limited set, string members)
    {
        var limits = set.Limits.Cast<ServiceLimit.AtMost>().ToList();
        writer.Doc("summary", $"How many {members} of each group may be served together; any two groups are nested or share nobody.");
        writer.Line($"private static readonly {Kernels}LaminarLimits Sets = new(");
        writer.Indented(() =>
        {
            writer.Line($"{NumberText.Exact(set.Agents)},");
            writer.Line($"[{string.Join(", ", limits.Select(limit => NumberText.Exact(limit.Most)))}],");
            writer.Line($"[{string.Join(", ", limits.Select(limit => $"[{string.Join(", ", limit.Agents.Select(agent => NumberText.Exact(agent)))}]"))}]{(Ranks.Count == 0 ? string.Empty : ", " + RankList)});");
        });
        writer.Line();
    }

    /// <summary>The statement that decides.</summary>
    /// <param name="feasible">Which sets are feasible.</param>
    /// <param name="scores">The span of the scores.</param>
    /// <param name="standings">The span of the standings.</param>
    /// <param name="withTies">Whether it matters who loses ties.</param>
    public string Decide(FeasiblePlan feasible, string scores, string standings, bool withTies) => feasible switch
    {
        FeasiblePlan.Limits => $"Sets.Decide({scores}, {standings});",
        FeasiblePlan.Knapsack(var capacity, var sizes, true) => $"{Kernels}GreedyKnapsack.Decide({scores}, {Sizes(sizes)}, {NumberText.Exact(capacity)}, {RankList}, {standings});",
        FeasiblePlan.Knapsack(var capacity, var sizes, false) => $"{Kernels}ExactKnapsack.Decide({scores}, {Sizes(sizes)}, {NumberText.Exact(capacity)}, {RankList}, withTies: {(withTies ? "true" : "false")}, {standings});",
        _ => throw new NotSupportedException($"Over {feasible.GetType().Name} no sets are compared."),
    };

    private static string Sizes(EquatableArray<int> sizes) => sizes.Count == 0 ? "sizes" : $"[{string.Join(", ", sizes.Select(size => NumberText.Exact(size)))}]";

    private string Condition(ServiceLimit limit) => limit switch
    {
        ServiceLimit.AtMost(var most, var agents) => $"{Numerics}BitOperations.PopCount((uint)(served & {Mask(agents)})) <= {NumberText.Exact(most)}",
        ServiceLimit.Capacity(var most, var agents, var sizes) => $"{string.Join(" + ", agents.Select((agent, index) => $"({NumberText.Exact(sizes[index])}L * ((served >> {NumberText.Exact(agent)}) & 1))"))} <= {NumberText.Exact(most)}",
        ServiceLimit.Listed(_, { Count: 1 } sets) => $"(({Hexadecimal(sets[0])} >> served) & 1) != 0",
        ServiceLimit.Listed => "((Listed[served >> 6] >> (served & 63)) & 1) != 0",
        ServiceLimit.MustServe(var agent) => $"(served & {Mask([agent])}) != 0",
        _ => throw new NotSupportedException($"No condition is known for {limit.GetType().Name}."),
    };

    private static string Hexadecimal(ulong word) => $"0x{word.ToString("X", CultureInfo.InvariantCulture)}UL";

    private string Mask(EquatableArray<int> agents) => "0b" + string.Concat(Enumerable.Range(0, Agents.Count).Reverse().Select(agent => agents.Contains(agent) ? '1' : '0'));
}
