using MechanismDsl.Language.Findings;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;
using Rule = MechanismDsl.Proofs.Rules.Rule;

namespace MechanismDsl.Language.Rules.Questions;

/// <summary>From a mechanism with rules of the user's own to the system of rules that the provers judge.</summary>
public sealed class SubjectReader
{
    private readonly INamedTypeSymbol _type;
    private readonly Problem _problem;
    private readonly OwnRules _own;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly EquatableArray<Agent> _agents;
    private readonly List<Refused> _refusals = [];
    private readonly List<SiteTable> _sites = [];

    private SubjectReader(INamedTypeSymbol type, Problem problem, OwnRules own, Compilation compilation, CancellationToken cancellation)
    {
        (_type, _problem, _own, _compilation, _cancellation) = (type, problem, own, compilation, cancellation);
        _agents = problem.Population is Population.Named named ? named.Agents : [((Population.Alike)problem.Population).Agent];
    }

    /// <summary>Reads the rules of a mechanism.</summary>
    /// <param name="type">The mechanism's type.</param>
    /// <param name="problem">What its declaration means.</param>
    /// <param name="rules">The user's own rules of it.</param>
    /// <param name="compilation">The compilation, for the bodies.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The problem has no rules of the user's own.</exception>
    public static Subject Read(INamedTypeSymbol type, Problem problem, UserRules rules, Compilation compilation, CancellationToken cancellation) =>
        new SubjectReader(type, problem, problem.Own ?? throw new ArgumentException("no rules of the user's own", nameof(problem)), compilation, cancellation).Read(rules);

    private Subject Read(UserRules rules)
    {
        var score = rules.Score is null ? null : Lower("Score");
        var allocation = rules.Allocation is null ? null : Lower("Allocation");
        var payment = rules.Payment is null ? null : Lower("Payment");
        var subject = new Subject(null, _refusals.ToEquatableArray(), _sites.ToEquatableArray())
        {
            Names = _agents.Select(agent => agent.Name).OfType<string>().ToEquatableArray(),
            OutsideOptions = _agents.Select(agent => agent.OutsideOption).ToEquatableArray(),
        };
        if (_refusals.Count > 0)
        {
            return subject;
        }

        var side = _agents[0].Side;
        return subject with
        {
            System = new RuleSystem
            {
                Inputs = Inputs(),
                Side = side,
                Agents = _problem.Population is Population.Alike alike ? new AgentRange(Math.Max(1, alike.Min), alike.Max) : new AgentRange(_agents.Count, _agents.Count),
                Score = score,
                Allocation = allocation ?? (score is null ? HighestReport.Of(_own.Report.Kind, side, Limit(side)) : null),
                Form = _own.Form,
                Payment = payment is not null && side == Side.Supplier ? Receipt.ToPayment(payment) : payment,
                Supply = _problem.Environment.Feasible switch
                {
                    Slots(var clicks) => clicks.Count,
                    ServeAtMost(var units) => units,
                    _ => _agents.Count,
                },
                OutsideOption = _agents.Max(agent => agent.OutsideOption),
                UnitCost = UnitCost(),
            },
            Obstacle = Obstacle(score is not null, allocation is not null),
            Controlled = Enumerable.Range(0, _own.Fields.Count).Where(index => _own.Fields[index].Role == FieldRole.Controlled).ToEquatableArray(),
        };
    }

    private Rule? Lower(string attribute)
    {
        if (RuleLocator.Find(_type, attribute, 0, _cancellation) is not { } method
            || (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault() is not { } reference)
        {
            _refusals.Add(new Refused(attribute, attribute, new RuleRefusal("the method was not found in the source", "", default)));
            return null;
        }

        var body = method.PartialImplementationPart ?? method;
        var roles = attribute == "Score" ? ParameterRoles.OfScore(body, _own.Fields) : ParameterRoles.OfAll(body, _own.Fields);
        var firstSite = _sites.Sum(table => table.Sites.Count);
        var reading = RuleReader.Read(body, roles, _compilation.GetSemanticModel(reference.SyntaxTree), _cancellation, firstSite);
        if (reading.Rule is not { } rule)
        {
            _refusals.Add(new Refused(attribute, body.Name, reading.Refusal!));
            return null;
        }

        if (rule.Parameters.Count(parameter => parameter.Role is not (ParameterRole.Agent or ParameterRole.Output)) != _own.Fields.Count)
        {
            _refusals.Add(new Refused(attribute, body.Name, new RuleRefusal("a report that holds other data than the declaration states", reference.SyntaxTree.FilePath, reference.Span)));
            return null;
        }

        _sites.Add(reading.Sites);
        return rule;
    }

    // Every agent has its own report and its own public numbers; a score sees those of one agent.
    private EquatableArray<Input> Inputs() => _own.Fields
        .Select(field => new Input(
            field.Name,
            field.Role == FieldRole.Report ? ParameterRole.Reports : ParameterRole.PublicOfAgents,
            InputDomains.Of(field, _problem.Money, _agents)))
        .ToEquatableArray();

    private double UnitCost() => _problem.Environment.Cost is SocialCost.PerServed(var cost) && !double.IsInfinity(cost) ? cost : 0;

    /// <summary>The lowest value or highest cost that [Efficient] serves.</summary>
    private double Limit(Side side)
    {
        var cost = _problem.Environment.Cost is SocialCost.PerServed(var amount) ? amount : 0;
        var reserve = _agents[0].Reserve?.Amount;
        return side == Side.Buyer ? Math.Max(Math.Max(0, cost), reserve ?? 0) : Math.Min(-cost, reserve ?? double.PositiveInfinity);
    }

    /// <summary>What the system of rules does not express: the generated selection knows more than "the highest score, the lowest index".</summary>
    private string? Obstacle(bool hasScore, bool hasAllocation)
    {
        if (hasAllocation)
        {
            return null;
        }

        if (_problem.Ties == TieBreaking.Priority && _agents.Select(agent => agent.Priority).Distinct().Count() > 1)
        {
            return "equals are told apart by priority, which proofs about payments do not follow";
        }

        if (hasScore)
        {
            return _problem.Environment.Feasible is not ServeAtMost(1) ? "several agents are served by their scores, which proofs about payments do not follow" : null;
        }

        return _agents.Any(agent => agent.Reserve is { Amount: null })
                || _agents.Select(agent => (agent.Reserve?.Amount, agent.Reserve?.Kind, agent.Weight)).Distinct().Count() > 1
            ? "agents have different reserves or weights, or a reserve that is known when the mechanism runs, which proofs about payments do not follow"
            : null;
    }
}
