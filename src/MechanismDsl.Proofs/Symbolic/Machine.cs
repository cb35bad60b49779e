using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Symbolic;

/// <summary>
/// Executes a rule on terms along one path: every branch is decided when it is reached, so that no value is conditional and no state is ever
/// copied. Booleans are always known; integers that serve as an index are made known by comparisons.
/// </summary>
internal sealed partial class Machine
{
    private const int LongestArray = 4096;

    private readonly TermPool _pool;
    private readonly IDecisions _decisions;
    private readonly Dictionary<int, Term> _scalars = [];
    private readonly Dictionary<int, SymbolicArray> _arrays = [];

    private readonly Func<ScalarKind, Term, SymbolicArray?> _arrayOf;

    /// <summary>A machine without variables.</summary>
    /// <param name="pool">Where terms are made.</param>
    /// <param name="decisions">Who decides the branches.</param>
    /// <param name="arrayOf">Makes an array of zeros whose length is no known number; null, or a null result, if there is no such array.</param>
    public Machine(TermPool pool, IDecisions decisions, Func<ScalarKind, Term, SymbolicArray?>? arrayOf = null)
    {
        _pool = pool;
        _decisions = decisions;
        _arrayOf = arrayOf ?? ((_, _) => null);
    }

    /// <summary>The values of the scalar variables, by number.</summary>
    public Dictionary<int, Term> Scalars => _scalars;

    /// <summary>What the array variables refer to, by number.</summary>
    public Dictionary<int, SymbolicArray> Arrays => _arrays;

    /// <summary>Runs a rule.</summary>
    /// <param name="pool">Where terms are made.</param>
    /// <param name="decisions">Who decides the branches.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="arguments">One for every parameter; arrays are written to if the rule writes to them.</param>
    /// <returns>The result: a term, or an array.</returns>
    /// <exception cref="RuleFailureException">The path ends in a failure.</exception>
    /// <exception cref="FuelExhaustedException">The path is too long.</exception>
    public static Argument Run(TermPool pool, IDecisions decisions, Rule rule, IReadOnlyList<Argument> arguments)
    {
        var machine = new Machine(pool, decisions);
        machine.Bind(rule, arguments);
        machine.Run(rule.Body);
        return machine.Result(rule);
    }

    /// <summary>Gives the parameters their arguments.</summary>
    public void Bind(Rule rule, IReadOnlyList<Argument> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var variable = rule.Parameters[index].Variable;
            if (arguments[index].Array is { } array)
            {
                _arrays[variable.Index] = array;
            }
            else
            {
                _scalars[variable.Index] = arguments[index].Scalar!;
            }
        }
    }

    /// <summary>The value of the result variable.</summary>
    public Argument Result(Rule rule) =>
        rule.Result.IsArray ? Argument.Of(ArrayOf(rule.Result, site: -1)) : Argument.Of(Read(rule.Result));

    /// <summary>Executes one statement that contains no others.</summary>
    public void Execute(Statement statement)
    {
        _decisions.Step();
        Run(statement);
    }

    /// <summary>The value of an expression.</summary>
    public Term ValueOf(Expression expression) => Evaluate(expression);

    /// <summary>The truth of a condition on this path.</summary>
    public bool IsTrue(Expression test) => Test(test);

    // The label of the block that is being left, or null if the statements ran out.
    private int? Run(EquatableArray<Statement> body)
    {
        foreach (var statement in body)
        {
            _decisions.Step();
            if (Run(statement) is { } label)
            {
                return label;
            }
        }

        return null;
    }

    private int? Run(Statement statement)
    {
        switch (statement)
        {
            case Statement.Assign assign:
                _scalars[assign.Target.Index] = Evaluate(assign.Value);
                return null;
            case Statement.Refer refer:
                _arrays[refer.Target.Index] = Evaluate(refer.Array);
                return null;
            case Statement.Store store:
                Store(store);
                return null;
            case Statement.If choice:
                return Run(Test(choice.Test) ? choice.Then : choice.Else);
            case Statement.Loop loop:
                return Loop(loop);
            case Statement.Block block:
                return Run(block.Body) is { } label && label != block.Label ? label : null;
            case Statement.Leave leave:
                return leave.Label;
            case Statement.Fail fail:
                throw new RuleFailureException("the rule can throw " + fail.Exception, fail.Site);
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private void Store(Statement.Store store)
    {
        var array = Evaluate(store.Array);
        if (array is AgentArray agents)
        {
            agents.Write(Evaluate(store.Index), Evaluate(store.Value), store.Site);
            return;
        }

        var index = Index(store.Index, array.Cells.Length, store.Site);
        array.Cells[index] = Evaluate(store.Value);
    }

    private int Loop(Statement.Loop loop)
    {
        while (true)
        {
            _decisions.Step();
            if (Run(loop.Body) is { } label)
            {
                return label;
            }
        }
    }

    private SymbolicArray Evaluate(ArrayExpression expression)
    {
        switch (expression)
        {
            case ArrayExpression.Read read:
                return ArrayOf(read.Variable, read.Site);
            case ArrayExpression.Zeros zeros:
                var length = Evaluate(zeros.Length);
                return _arrayOf(zeros.Kind, length)
                    ?? SymbolicArray.Zeros(_pool, zeros.Kind, Known(length, 0, LongestArray, "an array can have a negative length, or be too long", zeros.Site));
            case ArrayExpression.Elements elements:
                return new SymbolicArray(elements.Kind, [.. elements.Items.Select(Evaluate)]);
            case ArrayExpression.Table table:
                return new SymbolicArray(table.Kind, [.. table.Values.Select(value => (Term)_pool.Constant(value))]);
            case ArrayExpression.Copy copy:
                var source = Evaluate(copy.Source);
                return source is AgentArray
                    ? throw new RuleFailureException("a copy of an array is not understood for every number of agents", copy.Site)
                    : new SymbolicArray(copy.Kind, (Term[])source.Cells.Clone());
            default:
                throw new ArgumentOutOfRangeException(nameof(expression));
        }
    }

    private SymbolicArray ArrayOf(Variable variable, int site) =>
        _arrays.TryGetValue(variable.Index, out var array) ? array : throw new RuleFailureException("an array can be used before it exists", site);

    private Term Read(Variable variable) =>
        _scalars.TryGetValue(variable.Index, out var term) ? term : _pool.Constant(Scalar.Zero(variable.Kind));

    private int Index(Expression index, int length, int site) =>
        Known(Evaluate(index), 0, length - 1, "an index can lie outside its array", site >= 0 ? site : index.Site);

    // Makes an integer known by comparing it with one value after the other; outside [low, high] the rule fails.
    private int Known(Term term, int low, int high, string failure, int site)
    {
        if (term is Term.Constant { Exact: not null } constant)
        {
            var value = constant.Value.AsInteger;
            return value >= low && value <= high ? (int)value : throw new RuleFailureException(failure, site);
        }

        if (low > high || Ask(Relation.Less, term, Integer(term.Kind, low), site))
        {
            throw new RuleFailureException(failure, site);
        }

        // What the domains rule out is not asked.
        var first = Math.Max(low, (int)Math.Min(high, term.Range.Low));
        for (var value = first; value <= high; value++)
        {
            if (Ask(Relation.LessOrEqual, term, Integer(term.Kind, value), site))
            {
                return value;
            }
        }

        throw new RuleFailureException(failure, site);
    }

    private Term Integer(ScalarKind kind, long value) => _pool.Constant(kind == ScalarKind.Int64 ? Scalar.Of(value) : Scalar.Of((int)value));
}
