using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Language.Rules.Shapes;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Collects the statements of a rule while it is lowered, and makes its variables and labels.</summary>
/// <remarks>Expressions of a rule have no side effects; those of C# become statements here, in the order in which C# carries them out.</remarks>
internal sealed class Emission
{
    /// <summary>The value of a member that rules do not have.</summary>
    public static readonly Value Absent = new Value.Several([]);

    private readonly HashSet<int> _settled = [];
    private readonly HashSet<Expression> _lasting = [];
    private readonly HashSet<Expression> _inside = [];
    private List<Statement> _statements = [];
    private int _variables;
    private int _labels;

    /// <summary>The number that the next variable will have.</summary>
    public int NextVariable => _variables;

    /// <summary>How many arrays there are that nothing writes to: the inputs of the rule, which come first.</summary>
    public int Inputs { get; set; }

    /// <summary>A new variable.</summary>
    /// <param name="kind">The kind of its value or elements.</param>
    /// <param name="isArray">Whether it refers to an array.</param>
    /// <param name="isSettled">Whether nothing writes to it while its value is in use, so that reading it later is the same as reading it now.</param>
    public Variable NewVariable(ScalarKind kind, bool isArray = false, bool isSettled = false)
    {
        var variable = new Variable(_variables++, kind, isArray);
        if (isSettled)
        {
            _settled.Add(variable.Index);
        }

        return variable;
    }

    /// <summary>A new label of a block.</summary>
    public int NewLabel() => _labels++;

    /// <summary>Adds a statement.</summary>
    public void Emit(Statement statement) => _statements.Add(statement);

    /// <summary>Adds statements.</summary>
    public void Emit(IEnumerable<Statement> statements) => _statements.AddRange(statements);

    /// <summary>The statements that an action emits; they are not added.</summary>
    public List<Statement> Capture(Action action)
    {
        var outer = _statements;
        List<Statement> inner = _statements = [];
        try
        {
            action();
        }
        finally
        {
            _statements = outer;
        }

        return inner;
    }

    /// <summary>Evaluates operands from left to right: a value that a later operand changes is kept in a temporary first.</summary>
    public Value[] InOrder(params IReadOnlyList<Func<Value>> operands)
    {
        var values = new Value[operands.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var statements = Capture(() => values[index] = operands[index]());
            if (statements.Count > 0)
            {
                var effects = Effects.Of(statements);
                for (var earlier = 0; earlier < index; earlier++)
                {
                    if (effects.Touch(values[earlier]))
                    {
                        values[earlier] = Keep(values[earlier]);
                    }
                }

                Emit(statements);
            }
        }

        return values;
    }

    /// <summary>A value that can be used several times, also after other statements: computed now, once.</summary>
    public Value Keep(Value value) => value.Map(number => Hold(number), array => Hold(array));

    /// <summary>A value that can be used several times, also after other statements: computed now, once.</summary>
    public Expression Hold(Expression expression) => IsSettled(expression) ? expression : Copy(expression);

    /// <summary>An array that can be used several times, also after other statements: the same one each time.</summary>
    public ArrayExpression Hold(ArrayExpression array) => IsSettled(array) ? array : Copy(array);

    /// <summary>Whether a value can stand for itself wherever it is used.</summary>
    public bool IsSettled(Value value) => value.Leaves().All(leaf => leaf is Value.Number number ? IsSettled(number.Expression) : leaf is Value.List list && IsSettled(list.Array));

    /// <summary>Variables for a value of a shape.</summary>
    public Value Storage(Shape shape, bool isSettled = false) => shape switch
    {
        Shape.Number number => new Value.Number(new Expression.Read(NewVariable(number.Kind, isSettled: isSettled))),
        Shape.List { Element: Shape.Number number } => new Value.List(new ArrayExpression.Read(NewVariable(number.Kind, isArray: true, isSettled))),
        Shape.List { Element: Shape.Record record } => new Value.Rows(record, record.Members.Select(member => member.Shape is null ? Absent : Storage(new Shape.List(member.Shape), isSettled)).ToEquatableArray()),
        Shape.Record record => new Value.Record(record, record.Members.Select(member => member.Shape is null ? Absent : Storage(member.Shape, isSettled)).ToEquatableArray()),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Gives variables made by <see cref="Storage"/> the value; all of it is read before any is written.</summary>
    public void Assign(Value target, Value source, int site)
    {
        var targets = target.Leaves().ToList();
        var sources = source.Leaves().ToList();
        if (targets.Count > 1)
        {
            var effects = Effects.Of(targets.Select(leaf => Write(leaf, leaf, site)));
            sources = [.. sources.Select(leaf => effects.Touch(leaf) ? leaf.Map(Copy, Copy) : leaf)];
        }

        for (var index = 0; index < targets.Count; index++)
        {
            Emit(Write(targets[index], sources[index], site));
        }
    }

    private static Statement Write(Value target, Value source, int site) => (target, source) switch
    {
        (Value.Number { Expression: Expression.Read read }, Value.Number number) => new Statement.Assign(read.Variable, number.Expression, site),
        (Value.List { Array: ArrayExpression.Read read }, Value.List list) => new Statement.Refer(read.Variable, list.Array, site),
        _ => throw new InvalidOperationException("Only variables are assigned to."),
    };

    /// <summary>A value in a temporary of its own.</summary>
    public Expression Copy(Expression expression)
    {
        var variable = NewVariable(expression.Kind, isSettled: true);
        Emit(new Statement.Assign(variable, expression, expression.Site));
        return new Expression.Read(variable, expression.Site);
    }

    /// <summary>A reference to an array in a temporary of its own.</summary>
    public ArrayExpression Copy(ArrayExpression array)
    {
        var variable = NewVariable(array.Kind, isArray: true, isSettled: true);
        Emit(new Statement.Refer(variable, array, array.Site));
        return new ArrayExpression.Read(variable, array.Site);
    }

    /// <summary>An element of an array at an index that is settled and inside; an element of an input can be read again whenever it is needed.</summary>
    public Value Settle(Value element)
    {
        foreach (var leaf in element.Leaves())
        {
            if (leaf is Value.Number { Expression: Expression.Element inside })
            {
                _inside.Add(inside);
            }

            if (leaf is Value.Number { Expression: Expression.Element read } && IsOfInput(leaf))
            {
                _lasting.Add(read);
            }
        }

        return element;
    }

    /// <summary>Whether a value is an element of inputs or tables, to which nothing writes.</summary>
    public bool IsOfInput(Value element) => element.Leaves().All(leaf =>
        leaf is Value.Number { Expression: Expression.Element { Array: var array } } && (array is ArrayExpression.Table || (array is ArrayExpression.Read { Variable.Index: var index } && index < Inputs)));

    /// <summary>Whether an element is known to be inside its array.</summary>
    public bool IsInside(Expression.Element element) => _inside.Contains(element);

    private bool IsSettled(Expression expression) => expression is Expression.Constant || _lasting.Contains(expression) || (expression is Expression.Read read && _settled.Contains(read.Variable.Index));

    private bool IsSettled(ArrayExpression array) => array is ArrayExpression.Table || (array is ArrayExpression.Read read && _settled.Contains(read.Variable.Index));
}
