using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Laws;

/// <summary>
/// The inputs of a rule system as symbols, one of which (the varied one: the focal report, or a public input under suspicion) has two values x
/// and x′. Symbols are called r0, r1, … (reports), r1' (the other report of agent 1), p2 and p2.0 (input 2, of agent 0).
/// </summary>
internal sealed class InputTerms
{
    private readonly TermPool _pool;
    private readonly RuleSystem _system;
    private readonly int _agents;
    private readonly int _focal;
    private readonly int _varied;
    private readonly Func<TermPool, Term.Symbol, Term> _valueOf;

    /// <summary>The inputs.</summary>
    /// <param name="pool">Where the symbols are made.</param>
    /// <param name="system">The rules.</param>
    /// <param name="agents">The number of agents.</param>
    /// <param name="focal">The focal agent.</param>
    /// <param name="varied">The number of the input that has two values; null for the report.</param>
    /// <param name="valueOf">What stands for a symbol; null if it stands for itself.</param>
    public InputTerms(TermPool pool, RuleSystem system, int agents, int focal, int? varied = null, Func<TermPool, Term.Symbol, Term>? valueOf = null)
    {
        _valueOf = valueOf ?? ((_, symbol) => symbol);
        _pool = pool;
        _system = system;
        _agents = agents;
        _focal = focal;
        _varied = varied ?? ReportOf(system);
        Low = Symbol(_varied, focal, isOther: false);
        High = Symbol(_varied, focal, isOther: true);
    }

    /// <summary>The lower value x of the varied input.</summary>
    public Term Low { get; }

    /// <summary>The upper value x′ of the varied input.</summary>
    public Term High { get; }

    /// <summary>x ≤ x′.</summary>
    public Fact Order => new(Relation.LessOrEqual, Low, High);

    /// <summary>The number of the input that is the report.</summary>
    public static int ReportOf(RuleSystem system)
    {
        for (var index = 0; index < system.Inputs.Count; index++)
        {
            if (system.Inputs[index].Role is ParameterRole.Report or ParameterRole.Reports)
            {
                return index;
            }
        }

        throw new ArgumentException("A rule system has a report.", nameof(system));
    }

    /// <summary>The value of an input: of an agent's own, or of everybody's.</summary>
    public Term Value(int input, int agent, Term varied) =>
        input == _varied && (agent == _focal || !IsOfAgents(input)) ? varied : Symbol(input, agent, isOther: false);

    /// <summary>The arguments of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="varied">x or x′.</param>
    /// <param name="agent">The agent that a score or a payment is about.</param>
    public IReadOnlyList<Argument> Arguments(Rule rule, Term varied, int agent)
    {
        var arguments = new Argument[rule.Parameters.Count];
        var input = 0;
        for (var index = 0; index < arguments.Length; index++)
        {
            var parameter = rule.Parameters[index];
            arguments[index] = parameter.Role switch
            {
                ParameterRole.Agent => Argument.Of(_pool.Constant(Scalar.Of(agent))),
                ParameterRole.Output => Argument.Of(SymbolicArray.Zeros(_pool, parameter.Variable.Kind, _agents)),
                ParameterRole.Reports or ParameterRole.PublicOfAgents => Argument.Of(All(input++, parameter.Variable.Kind, varied)),
                _ => Argument.Of(Value(input++, agent, varied)),
            };
        }

        return arguments;
    }

    private SymbolicArray All(int input, ScalarKind kind, Term varied)
    {
        var cells = new Term[_agents];
        for (var agent = 0; agent < _agents; agent++)
        {
            cells[agent] = Value(input, agent, varied);
        }

        return new SymbolicArray(kind, cells);
    }

    private bool IsOfAgents(int input) => _system.Inputs[input].Role is ParameterRole.Reports or ParameterRole.PublicOfAgents or ParameterRole.Report;

    private Term Symbol(int input, int agent, bool isOther)
    {
        var isReport = input == ReportOf(_system);
        var isOfAgents = IsOfAgents(input);
        var owner = isOfAgents ? agent : -1;
        var name = isReport ? FormattableString.Invariant($"r{agent}")
            : isOfAgents ? FormattableString.Invariant($"p{input}.{agent}")
            : FormattableString.Invariant($"p{input}");
        var isVaried = input == _varied && (agent == _focal || !isOfAgents);
        var role = isOther ? SymbolRole.FocalOther : isVaried ? SymbolRole.Focal : isReport ? SymbolRole.OtherReport : SymbolRole.Public;
        return _valueOf(_pool, _pool.Symbol(isOther ? name + "'" : name, role, _system.Inputs[input].DomainOf(isOfAgents ? agent : 0), input, owner));
    }
}
