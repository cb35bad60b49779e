using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>
/// Limits on who may be served together: <c>[AtMost]</c>, <c>[Capacity]</c>, <c>[MustServe]</c>, a <c>[Feasible]</c> method. Names that are none (MECH0025), sizes that are missing or do
/// not fit (MECH0024), agents that are not named or too many (MECH0048), promises without a price (MECH0049), limits that nobody can keep (MECH0026).
/// </summary>
internal sealed class LimitsReader(Draft draft, Roster roster)
{
    /// <summary>The attributes of limits.</summary>
    public static readonly EquatableArray<string> Attributes = ["AtMost", "Capacity", "MustServe"];

    /// <summary>So many agents' sets are tried one by one; limits on groups that are nested or share nobody take any number.</summary>
    public const int MostAgents = 16;

    private readonly List<(ServiceLimit Limit, Place Place, string Words)> _limits = [];

    /// <summary>Whether the declaration states a limit.</summary>
    public static bool Applies(Draft draft) => Attributes.Any(draft.Has) || draft.Rule(FeasibleReader.Attribute) is not null;

    /// <summary>Where the first limit stands.</summary>
    public static Place FirstPlace(Draft draft) => draft.Uses.Cast<Use?>().FirstOrDefault(use => Attributes.Contains(use!.Value.Name))?.Place ?? new Place.Rule(FeasibleReader.Attribute, 0);

    /// <summary>The name of its attribute.</summary>
    public static string FirstName(Draft draft) => draft.Uses.Cast<Use?>().FirstOrDefault(use => Attributes.Contains(use!.Value.Name))?.Name ?? FeasibleReader.Attribute;

    /// <summary>The feasible set: the limit of the environment's own attribute, if it has one, and all others.</summary>
    /// <param name="environment">The environment's attribute.</param>
    /// <param name="own">Its own limit on all agents; null for none.</param>
    public FeasibleSet Read(Use environment, ServiceLimit? own)
    {
        if (!CheckAgents(environment))
        {
            return new Limited(0, []);
        }

        if (own is not null)
        {
            _limits.Add((own, environment.Place, Words(environment)));
        }

        foreach (var use in draft.Uses.Where(use => Attributes.Contains(use.Name)))
        {
            List<List<int>> parts = [.. Parts(use, Members(use))];
            CheckBinds(use, parts);
            foreach (var agents in parts)
            {
                Add(use, agents);
            }
        }

        if (FeasibleReader.Read(draft, roster) is { } listed)
        {
            _limits.Add((listed, new Place.Rule(FeasibleReader.Attribute, 0), $"'{listed.Method}'"));
        }

        var set = new Limited(roster.Names.Count, _limits.Select(one => one.Limit).ToEquatableArray());
        CheckFeasible(set);
        return set;
    }

    /// <summary>The sizes of all named agents against what there is; empty if one of them is wrong.</summary>
    public EquatableArray<int> Sizes(Use capacity) => SizesOf(capacity, [.. Enumerable.Range(0, roster.Names.Count)]) ?? [];

    private bool CheckAgents(Use environment)
    {
        var (first, name) = Applies(draft) ? (FirstPlace(draft), FirstName(draft)) : (environment.Place, environment.Name);
        if (!roster.IsNamed)
        {
            draft.Report(Rule.NamedAgents, first, draft.TypeName, $"[{name}] says which agents may be served together, but no agent has a name; name them with [{(draft.IsProcurement ? "Supplier" : "Agent")}(\"…\")]");
            return false;
        }

        // Limits on numbers alone may be ones that need no sets.
        if (roster.Names.Count > MostAgents && (draft.Has("Capacity") || draft.Has("MustServe") || draft.Has("Knapsack") || draft.Rule(FeasibleReader.Attribute) is not null))
        {
            draft.Report(Rule.NamedAgents, first, draft.TypeName, FormattableString.Invariant($"beside [{name}] the sets of agents are tried one by one, and {roster.Names.Count} agents have too many; at most {MostAgents} agents can be named"));
            return false;
        }

        return true;
    }

    /// <summary>The agents that a limit names, by name or by group; all of them if it names none. Null if a name is none.</summary>
    private List<int>? Members(Use use)
    {
        var parameter = use.Name == "MustServe" ? 0 : 1;
        var names = use.Texts(parameter);
        if (names.Count == 0)
        {
            if (use.Name != "MustServe")
            {
                return [.. Enumerable.Range(0, roster.Names.Count)];
            }

            draft.Report(Rule.LimitMembers, use.Place, "[MustServe] names no agent; say who must be served");
            return null;
        }

        SortedSet<int> members = [];
        var isRight = true;
        for (var element = 0; element < names.Count; element++)
        {
            var name = names[element] ?? string.Empty;
            List<int> named = [.. Enumerable.Range(0, roster.Names.Count).Where(agent => roster.Names[agent] == name || Group(agent) == name)];
            var nearest = named.Count > 0 ? null : NearestName.Of(name, [.. roster.Names, .. Groups]);
            var obstacle = named.Count == 0 ? $"'{name}' in [{use.Name}] is neither an agent nor a group{(nearest is null ? string.Empty : $"; did you mean '{nearest}'?")}"
                : roster.Names.Contains(name) && Groups.Contains(name) ? $"'{name}' in [{use.Name}] is both an agent and a group; give the group another name"
                : named.Exists(members.Contains) ? $"'{name}' in [{use.Name}] names {Agents(named.Where(members.Contains))} a second time"
                : null;
            if (obstacle is not null)
            {
                draft.Report(Rule.LimitMembers, use.At(parameter, element), [obstacle], nearest is null ? [] : [new FixProperty(FixData.Nearest, nearest)]);
                isRight = false;
            }

            members.UnionWith(named);
        }

        return isRight ? [.. members] : null;
    }

    /// <summary>The agents of one limit, or group by group.</summary>
    private IEnumerable<List<int>> Parts(Use use, List<int>? members)
    {
        if (members is null || use.NumberOf("PerGroup") is not 1)
        {
            return members is null ? [] : [members];
        }

        if (members.Find(agent => Group(agent) is null) is var alone && members.Exists(agent => Group(agent) is null))
        {
            draft.Report(Rule.LimitMembers, use.At("PerGroup"), $"[{use.Name}] limits every group, but '{roster.Names[alone]}' is in none; give it a Group, or name the agents that are limited");
            return [];
        }

        return [.. members.GroupBy(Group).Select(group => group.ToList())];
    }

    /// <summary>A number that none of the agents it limits can exceed.</summary>
    private void CheckBinds(Use use, List<List<int>> parts)
    {
        if (use.Name == "AtMost" && parts.Count > 0 && parts.Max(part => part.Count) is var most && use.Number(0) >= most)
        {
            draft.Report(Rule.WithoutEffect, use.At(0), "AtMost", FormattableString.Invariant($"it limits {most} agents{(parts.Count > 1 ? " of a group" : string.Empty)}, so never more than {most} are served"));
        }
    }

    private void Add(Use use, List<int> agents)
    {
        switch (use.Name)
        {
            case "MustServe":
                foreach (var agent in agents)
                {
                    CheckPrice(use, agent);
                    _limits.Add((new ServiceLimit.MustServe(agent), use.Place, Words(use)));
                }

                break;
            case "AtMost" when use.Number(0) is { } most && most < agents.Count:
                _limits.Add((new ServiceLimit.AtMost((int)most, agents.ToEquatableArray()), use.Place, Words(use)));
                break;
            case "Capacity" when SizesOf(use, agents) is { } sizes:
                _limits.Add((new ServiceLimit.Capacity((int)use.Number(0)!.Value, agents.ToEquatableArray(), sizes), use.Place, Words(use)));
                break;
        }
    }

    private EquatableArray<int>? SizesOf(Use capacity, IReadOnlyList<int> agents)
    {
        var most = capacity.Number(0) ?? 0;
        var isRight = true;
        foreach (var agent in agents)
        {
            var declaring = roster.Uses[agent];
            var obstacle = declaring.NumberOf("Size") switch
            {
                null => FormattableString.Invariant($"'{roster.Names[agent]}' has no size, but [{capacity.Name}({Normalization.Words.Of(most)})] limits it; state how much it needs: Size = 1"),
                < 1 => FormattableString.Invariant($"'{roster.Names[agent]}' has size {Normalization.Words.Of(declaring.NumberOf("Size")!.Value)}; a size is at least 1"),
                var size when size > most => FormattableString.Invariant($"'{roster.Names[agent]}' has size {Normalization.Words.Of(size.Value)}, more than [{capacity.Name}({Normalization.Words.Of(most)})] holds, so it could never be served"),
                _ => null,
            };
            if (obstacle is not null)
            {
                var isMissing = declaring.Property("Size") is null;
                draft.Report(Rule.Sizes, isMissing ? declaring.Place : declaring.At("Size"), [obstacle], isMissing ? [new FixProperty(FixData.Missing, "Size")] : []);
                isRight = false;
            }
        }

        return isRight ? agents.Select(agent => (int)roster.Uses[agent].NumberOf("Size")!.Value).ToEquatableArray() : null;
    }

    /// <summary>Who must be served and names its own price has none.</summary>
    private void CheckPrice(Use use, int agent)
    {
        var name = roster.Names[agent];
        if (draft.IsProcurement)
        {
            draft.Report(Rule.NoPrice, use.Place, name, "no cost is too high for a supplier that must be served, so no threshold bounds what it receives; let another one serve instead, or leave it out of [MustServe]");
        }
        else if (draft.All("Reserve").FirstOrDefault(reserve => reserve.TextOf("Agent") is null || reserve.TextOf("Agent") == name) is { Attribute: not null } reserve)
        {
            draft.Report(Rule.NoPrice, reserve.Place, name, "[MustServe] serves it whatever it bids, and a reserve would not; give reserves to the other agents only: [Reserve(…, Agent = \"…\")]");
        }
    }

    /// <summary>The agents that must be served fit together, and every other one fits beside them.</summary>
    private void CheckFeasible(Limited set)
    {
        if (draft.HasErrors)
        {
            return;
        }

        if (roster.Names.Count > MostAgents)
        {
            CheckLaminar(set);
            return;
        }

        List<int> must = [.. _limits.Select(one => one.Limit).OfType<ServiceLimit.MustServe>().Select(limit => limit.Agent).Distinct()];
        var served = must.Aggregate(0, (set, agent) => set | (1 << agent));
        foreach (var (_, place, words) in _limits.Where(one => one.Limit is not ServiceLimit.MustServe && !one.Limit.Admits(served)))
        {
            draft.Report(Rule.Limits, place, draft.TypeName, $"[MustServe] demands {Agents(must)}, who exceed {words}; raise that limit or demand fewer");
            return;
        }

        foreach (var agent in Enumerable.Range(0, roster.Names.Count).Except(must))
        {
            foreach (var (_, place, words) in _limits.Where(one => one.Limit is not ServiceLimit.MustServe && !one.Limit.Admits(served | (1 << agent))))
            {
                var beside = must.Count == 0 ? string.Empty : $" beside {Agents(must)}, who must be";
                draft.Report(Rule.Limits, place, draft.TypeName, $"{words} never lets '{roster.Names[agent]}' be served{beside}; raise that limit or leave '{roster.Names[agent]}' out of the declaration");
                return;
            }
        }
    }

    /// <summary>Of more agents no sets are tried: the groups of all limits are nested or share nobody, and everybody can be served.</summary>
    private void CheckLaminar(Limited set)
    {
        if (set.Overlap is var (first, second))
        {
            var (_, place, words) = _limits.Find(one => ReferenceEquals(one.Limit, second));
            var shared = roster.Names[first.Agents.Intersect(second.Agents).First()];
            draft.Report(Rule.NamedAgents, place, draft.TypeName, FormattableString.Invariant($"{words} and another limit share '{shared}' without one holding all of the other; the sets of agents are then tried one by one, and {roster.Names.Count} agents have too many; at most {MostAgents} agents can be named, or the groups must be nested or share nobody"));
        }
        else if (_limits.Find(one => one.Limit is ServiceLimit.AtMost { Most: 0 }) is { Limit: ServiceLimit.AtMost never } limit)
        {
            draft.Report(Rule.Limits, limit.Place, draft.TypeName, $"{limit.Words} never lets '{roster.Names[never.Agents[0]]}' be served; raise that limit or leave '{roster.Names[never.Agents[0]]}' out of the declaration");
        }
    }

    private static string Words(Use use) => $"[{use.Name}({Normalization.Words.Of(use.Number(0) ?? 0)}…)]";

    private IEnumerable<string> Groups => Enumerable.Range(0, roster.Names.Count).Select(Group).OfType<string>().Distinct();

    private string? Group(int agent) => roster.Uses[agent].TextOf("Group");

    private string Agents(IEnumerable<int> agents) => string.Join(", ", agents.Select(agent => $"'{roster.Names[agent]}'"));
}
