using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Rules.Shapes;
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
    private EquatableArray<Input>? _inputs;

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
        if (_refusals.Count > 0 || _inputs is not { } inputs)
        {
            return subject;
        }

        var side = _agents[0].Side;
        return subject with
        {
            System = new RuleSystem
            {
                Inputs = inputs,
                Side = side,
                Agents = _problem.Population is Population.Alike alike ? new AgentRange(Math.Max(1, alike.Min), alike.Max) : new AgentRange(_agents.Count, _agents.Count),
                Score = score,
                Allocation = allocation ?? (score is null ? HighestReport.Of(_own.Report.Kind, side, Limit(side)) : null),
                Form = _own.Form,
                Payment = payment,
                Supply = ((ServeAtMost)_problem.Environment.Feasible).Units,
                OutsideOption = _agents.Max(agent => agent.OutsideOption),
                UnitCost = UnitCost(),
            },
            Obstacle = Obstacle(score is not null, allocation is not null),
            Controlled = Enumerable.Range(0, inputs.Count).Where(index => Field(inputs[index].Name)?.Role == FieldRole.Controlled).ToEquatableArray(),
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
        var isScore = attribute == "Score";
        var own = isScore ? ParameterRole.Report : ParameterRole.Reports;
        var roles = body.Parameters.Select((_, index) => isScore || index == 0 ? own : attribute == "Payment" ? ParameterRole.Agent : ParameterRole.Output).ToList();
        var firstSite = _sites.Sum(table => table.Sites.Count);
        var reading = RuleReader.Read(body, roles, _compilation.GetSemanticModel(reference.SyntaxTree), _cancellation, firstSite);
        if (reading.Rule is not { } rule)
        {
            _refusals.Add(new Refused(attribute, body.Name, reading.Refusal!));
            return null;
        }

        _sites.Add(reading.Sites);
        return Bind(attribute, body, rule, reference);
    }

    /// <summary>The rule with the role of every number of a report: the lowering knows parameters, the declaration knows what they mean.</summary>
    private Rule? Bind(string attribute, IMethodSymbol method, Rule rule, SyntaxReference reference)
    {
        var names = method.Parameters.SelectMany((parameter, index) => Leaves(attribute, parameter, index)).ToList();
        var unknown = names.FirstOrDefault(name => name is not null && Field(name) is null);
        if (names.Count != rule.Parameters.Count || unknown is not null)
        {
            _refusals.Add(new Refused(attribute, method.Name, new RuleRefusal(
                $"'{unknown ?? method.Parameters[0].Name}' holds data without a domain, so that nothing can be proved about it", reference.SyntaxTree.FilePath, reference.Span)));
            return null;
        }

        var isScore = attribute == "Score";
        var parameters = rule.Parameters.Select((parameter, index) => names[index] is { } name
            ? new RuleParameter(name, parameter.Variable, RoleOf(name, isScore))
            : parameter).ToEquatableArray();
        _inputs ??= parameters
            .Where(parameter => parameter.Role is not (ParameterRole.Agent or ParameterRole.Output))
            .Select(parameter => new Input(parameter.Name, RoleOf(parameter.Name, isAboutOne: false), InputDomains.Of(Field(parameter.Name)!, _problem.Money, _agents)))
            .ToEquatableArray();
        return new Rule(rule.Name, parameters, rule.Body, rule.Result);
    }

    /// <summary>The names of the numbers that a parameter is spread over, in the order of the lowering; null for one that is no part of a report.</summary>
    private IEnumerable<string?> Leaves(string attribute, IParameterSymbol parameter, int index)
    {
        if (attribute != "Score" && index > 0)
        {
            return [null];
        }

        var shape = Shape.Of(parameter.Type);
        return (shape is Shape.List list ? list.Element : shape) switch
        {
            Shape.Record record => record.Members.Select(member => member.Name),
            _ when attribute == "Score" && _own.Fields.Any(field => field.Name == parameter.Name) => [parameter.Name],
            _ => [_own.Report.Name],
        };
    }

    private ReportField? Field(string name) => _own.Fields.FirstOrDefault(field => field.Name == name);

    // Every agent has its own report and its own public numbers; a score sees those of one agent.
    private ParameterRole RoleOf(string name, bool isAboutOne) => (Field(name)!.Role == FieldRole.Report, isAboutOne) switch
    {
        (true, true) => ParameterRole.Report,
        (true, false) => ParameterRole.Reports,
        (false, true) => ParameterRole.Public,
        _ => ParameterRole.PublicOfAgents,
    };

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
            return _problem.Environment.Feasible is ServeAtMost { Units: > 1 } ? "several of the highest scores win, which proofs about payments do not follow" : null;
        }

        return _agents.Any(agent => agent.Reserve is { Amount: null })
                || _agents.Select(agent => (agent.Reserve?.Amount, agent.Reserve?.Kind, agent.Weight)).Distinct().Count() > 1
            ? "agents have different reserves or weights, or a reserve that is known when the mechanism runs, which proofs about payments do not follow"
            : null;
    }
}
