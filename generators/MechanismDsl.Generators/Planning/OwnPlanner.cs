using MechanismDsl.Generators.Pipeline;
using MechanismDsl.Generators.Writing;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Generators.Planning;

/// <summary>Chooses what is written for a declaration with rules of the user's own.</summary>
internal static class OwnPlanner
{
    /// <summary>How a report that is one number is called where its rule gives it no name.</summary>
    private const string Unnamed = "report";

    /// <summary>The plan of one file.</summary>
    public static OwnPlan Plan(Found found, OwnRulesSolution solution, UserRules rules)
    {
        var problem = solution.Problem;
        var own = problem.Own ?? throw new ArgumentException("The problem has no rules of the user's own.", nameof(problem));
        var named = problem.Population as Population.Named;
        var alike = problem.Population as Population.Alike;
        EquatableArray<Agent> agents = named?.Agents ?? [alike!.Agent];
        var market = new Market(agents.Any(agent => agent.Side == Side.Supplier));
        return new OwnPlan(
            found.Declaration.Type,
            market,
            new Currency(problem.Money.Kind, problem.Money.Decimals),
            named is null ? [] : agents.Select(agent => agent.Name ?? string.Empty).ToEquatableArray(),
            alike?.Min ?? agents.Count,
            named is null ? alike!.Max : agents.Count,
            Report(own, rules, market, agents),
            Decision(problem, own, rules, market, agents),
            rules.Payment is { } payment ? new OwnMethod(payment.Name, UserRules.Takes(payment)) : null,
            problem.Environment.Feasible switch { ServeAtMost(var items) => items, Slots(var slots) => slots.Count, Limited or WithinCapacity => agents.Count, _ => 1 },
            Ranks(problem, named),
            solution.Evidence)
        {
            Assumptions = problem.Assumptions,
            RulesHash = found.Rules,
            Clicks = problem.Environment.Feasible is Slots(var clicks) ? clicks : [],
            Sets = problem.Environment.Feasible is Limited or WithinCapacity ? ServicePlanner.Feasible(problem.Environment.Feasible) : null,
            Formula = rules.Score?.Formula,
            Inverse = rules.Payment is null && found.Score is { } score ? InverseText.Of(score, own, market) : null,
        };
    }

    private static ReportPlan Report(OwnRules own, UserRules rules, Market market, EquatableArray<Agent> agents)
    {
        var settable = rules.RecordType is null ? null : Members(rules).Where(member => member.IsSettable).Select(member => member.Name).ToList();
        var fields = own.Fields.Select(field =>
        {
            var name = field.Name == Unnamed && rules.Shape == ReportShape.Number ? market.Report : field.Name;
            return new FieldPlan(
                Identifier.Local(name),
                rules.Shape == ReportShape.Record ? field.Name : GeneratedMembers.FieldOf(name, market.IsProcurement),
                field.Kind,
                field.Low,
                field.High,
                field.Role == FieldRole.Report,
                settable?.Contains(field.Name) ?? true)
            {
                Enumeration = field.Enumeration is { } named ? "global::" + named : null,
                Values = field.Values,
            };
        }).ToEquatableArray();
        return new ReportPlan(
            rules.Shape,
            rules.RecordType is { } record ? "global::" + record : null,
            fields,
            agents.Select(agent => agent.Types).ToEquatableArray());
    }

    /// <summary>The members of the record that the rules take.</summary>
    private static EquatableArray<RuleInput> Members(UserRules rules)
    {
        var type = (rules.Score ?? rules.Allocation ?? rules.Payment)?.Parameters[0].Type;
        return (type is RuleType.Sequence(_, var element) ? element : type) is RuleType.Record record ? record.Members : [];
    }

    private static DecisionPlan Decision(Problem problem, OwnRules own, UserRules rules, Market market, EquatableArray<Agent> agents)
    {
        if (rules.Score is { Returns: RuleType.Number(var score) } scored)
        {
            return new DecisionPlan.Score(scored.Name, FieldPlan.Keyword(score), own.Form);
        }

        if (rules.Allocation is { } allocation)
        {
            return new DecisionPlan.Allocation(new OwnMethod(allocation.Name, UserRules.Takes(allocation)), rules.FillsSpan, own.Form);
        }

        if (problem.Objective != Objective.Efficient || agents.Any(agent => agent.Reserve is { Amount: null } or { Kind: ReserveKind.Lazy }))
        {
            throw new NotSupportedException("Payments of one's own are known beside [Efficient], with eager reserves that it states, or beside a rule of one's own.");
        }

        var cost = problem.Environment.Cost is SocialCost.PerServed(var amount) ? market.Mirror(amount) : 0;
        return new DecisionPlan.Best(
            agents.Select(agent => agent.Weight).ToEquatableArray(),
            agents.Select(agent => Limit(market, agent, cost)).ToEquatableArray());
    }

    /// <summary>The worst report that is worth the cost of serving and meets the agent's reserve.</summary>
    private static double Limit(Market market, Agent agent, double cost)
    {
        var worth = NumberText.Rounded(cost / agent.Weight);
        return market.IsProcurement
            ? Math.Min(Math.Min(market.NoLimit, worth), agent.Reserve?.Amount ?? market.NoLimit)
            : Math.Max(Math.Max(market.NoLimit, worth), agent.Reserve?.Amount ?? market.NoLimit);
    }

    private static EquatableArray<int> Ranks(Problem problem, Population.Named? named)
    {
        if (problem.Ties != TieBreaking.Priority || named is null)
        {
            return [];
        }

        var order = Enumerable.Range(0, named.Agents.Count).OrderByDescending(agent => named.Agents[agent].Priority).ToList();
        return order.SequenceEqual(Enumerable.Range(0, order.Count)) ? [] : Enumerable.Range(0, order.Count).Select(agent => order.IndexOf(agent)).ToEquatableArray();
    }
}
