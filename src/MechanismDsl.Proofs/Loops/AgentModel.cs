using System.Globalization;
using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// Agents whose number is not fixed: a few named ones (0, 1, …, which rules mention by number), the focal one, and all others, of which only
/// those that a variable refers to are told apart. Indices are terms; the report of the agent at index c0 is the symbol r.c0.
/// </summary>
internal sealed class AgentModel
{
    /// <summary>What is said where an index is no known agent's.</summary>
    public const string UnknownAgent = "an index can be any agent's, or none's";

    private const long LargestIndex = int.MaxValue - 2L;

    private readonly HashSet<Term> _indices = [];
    private readonly int _report;

    /// <summary>A model.</summary>
    /// <param name="system">The rules; all agents have the same domains.</param>
    /// <param name="named">The number of agents that have a number.</param>
    /// <param name="focal">The number of the focal agent; null if it is one of the many.</param>
    public AgentModel(RuleSystem system, int named, int? focal)
    {
        System = system;
        Named = named;
        _report = InputTerms.ReportOf(system);
        Number = Pool.Symbol("n", SymbolRole.Opaque, new Domain.Integers(named + 1, LargestIndex + 1, IsLong: false));
        Last = Pool.Subtract(Number, Pool.Constant(Scalar.Of(1)));
        Focal = focal is { } number ? Pool.Constant(Scalar.Of(number)) : Index("f");
        Fresh = Index("k");
        Next = Index("next");
        Anyone = Index("any");
        Low = Pool.Symbol("x", SymbolRole.Focal, system.Inputs[_report].DomainOf(0), _report);
        High = Pool.Symbol("x'", SymbolRole.FocalOther, system.Inputs[_report].DomainOf(0), _report);
    }

    /// <summary>Where the terms live.</summary>
    public TermPool Pool { get; } = new();

    /// <summary>The rules.</summary>
    public RuleSystem System { get; }

    /// <summary>How many agents have a number.</summary>
    public int Named { get; }

    /// <summary>The number of agents.</summary>
    public Term Number { get; }

    /// <summary>The index of the last agent, where loops down to zero begin.</summary>
    public Term Last { get; }

    /// <summary>The index of the focal agent.</summary>
    public Term Focal { get; }

    /// <summary>The index of an agent that no variable refers to.</summary>
    public Term Fresh { get; }

    /// <summary>The index that a loop comes to next; it occurs in the facts of states only.</summary>
    public Term Next { get; }

    /// <summary>The index of any agent that no variable refers to; it occurs in what is known of all of them.</summary>
    public Term Anyone { get; }

    /// <summary>The lower focal report.</summary>
    public Term.Symbol Low { get; }

    /// <summary>The upper focal report.</summary>
    public Term.Symbol High { get; }

    /// <summary>Whether a term is the index of an agent that has no number, other than the focal one.</summary>
    public bool IsOther(Term term) => _indices.Contains(term) && !ReferenceEquals(term, Focal) && !ReferenceEquals(term, Next);

    /// <summary>Whether a symbol is a public input of everybody, or an input of an agent with a number.</summary>
    public bool IsInputOfNamed(Term.Symbol symbol) => symbol.Input >= 0 && (symbol.Name.IndexOf('.') is var point && (point < 0 || char.IsDigit(symbol.Name[point + 1])));

    /// <summary>Makes the symbols of an agent, and those that are the same for all.</summary>
    public void Declare(Term agent)
    {
        _ = Renaming(agent, agent).ToArray();
        for (var input = 0; input < System.Inputs.Count; input++)
        {
            if (System.Inputs[input].Role == ParameterRole.Public)
            {
                Common(input);
            }
        }
    }

    /// <summary>The index of the j-th agent that variables of a state refer to.</summary>
    public Term ClassIndex(int number) => Index("c" + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The index of any agent that no variable refers to and whose turn in the loop at a depth is over.</summary>
    public Term AnyoneDone(int depth) => Index("done" + depth.ToString(CultureInfo.InvariantCulture));

    /// <summary>What is known of one agent, said of another one.</summary>
    public Fact Rename(Fact fact, Term from, Term to)
    {
        foreach (var (old, @new) in Renaming(from, to))
        {
            fact = fact with { Left = Pool.Substitute(fact.Left, (Term.Symbol)old, @new), Right = Pool.Substitute(fact.Right, (Term.Symbol)old, @new) };
        }

        return fact;
    }

    /// <summary>A value of a kind of which only comparisons are known.</summary>
    public Term Opaque(ScalarKind kind, int number) => Pool.Symbol(string.Format(CultureInfo.InvariantCulture, "u{0}.{1}", number, kind), SymbolRole.Opaque, Everything(kind));

    /// <summary>The report of the agent at an index.</summary>
    /// <exception cref="RuleFailureException">It is not known which agent that is.</exception>
    public Term Report(Term index, Term focalReport, int site) =>
        ReferenceEquals(index, Focal) ? focalReport : Pool.Symbol("r." + Agent(index, site), SymbolRole.OtherReport, System.Inputs[_report].DomainOf(0), _report);

    /// <summary>The public fact about the agent at an index.</summary>
    /// <exception cref="RuleFailureException">It is not known which agent that is.</exception>
    public Term Public(int input, Term index, int site) =>
        Pool.Symbol(string.Format(CultureInfo.InvariantCulture, "p{0}.{1}", input, Agent(index, site)), SymbolRole.Public, System.Inputs[input].DomainOf(0), input);

    /// <summary>A public input that is the same for all.</summary>
    public Term Common(int input) =>
        Pool.Symbol(string.Format(CultureInfo.InvariantCulture, "p{0}", input), SymbolRole.Public, System.Inputs[input].DomainOf(0), input);

    /// <summary>The symbols of an agent, with those of another one in the same order.</summary>
    public IEnumerable<(Term From, Term To)> Renaming(Term from, Term to)
    {
        yield return (from, to);
        yield return (Report(from, Low, -1), Report(to, Low, -1));
        for (var input = 0; input < System.Inputs.Count; input++)
        {
            if (System.Inputs[input].Role == ParameterRole.PublicOfAgents)
            {
                yield return (Public(input, from, -1), Public(input, to, -1));
            }
        }
    }

    private string Agent(Term index, int site) => index switch
    {
        Term.Symbol symbol when _indices.Contains(symbol) => symbol.Name,
        Term.Constant { Exact: not null } constant when constant.Value.AsInteger >= 0 && constant.Value.AsInteger < Named => constant.ToString(),
        _ => throw new RuleFailureException(UnknownAgent, site),
    };

    private Term Index(string name)
    {
        var index = Pool.Symbol(name, SymbolRole.Opaque, new Domain.Integers(Named, LargestIndex, IsLong: false));
        _indices.Add(index);
        return index;
    }

    private static Domain Everything(ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 => new Domain.Integers(int.MinValue, int.MaxValue, IsLong: false),
        ScalarKind.Int64 => new Domain.Integers(long.MinValue, long.MaxValue, IsLong: true),
        ScalarKind.Decimal => new Domain.Grid(decimal.MinValue, decimal.MaxValue, 28),
        ScalarKind.Double => new Domain.Interval(double.NegativeInfinity, double.PositiveInfinity),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
