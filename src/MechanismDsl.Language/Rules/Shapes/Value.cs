using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Rules.Shapes;

/// <summary>What an expression of C# becomes: one expression of the rule, or one for every member of a record.</summary>
internal abstract class Value
{
    private Value() { }

    /// <summary>A single value.</summary>
    public sealed class Number(Expression expression) : Value
    {
        /// <summary>The value.</summary>
        public Expression Expression { get; } = expression;
    }

    /// <summary>An array, span or read-only list of single values.</summary>
    public sealed class List(ArrayExpression array) : Value
    {
        /// <summary>The array.</summary>
        public ArrayExpression Array { get; } = array;
    }

    /// <summary>A tuple, struct or immutable record, member by member.</summary>
    public sealed class Record(Shape.Record shape, EquatableArray<Value> members) : Value
    {
        /// <summary>The type.</summary>
        public Shape.Record Shape { get; } = shape;

        /// <summary>The members' values, in the order of the shape.</summary>
        public EquatableArray<Value> Members { get; } = members;
    }

    /// <summary>An array of records: one array for every member.</summary>
    public sealed class Rows(Shape.Record shape, EquatableArray<Value> columns) : Value
    {
        /// <summary>The type of the elements.</summary>
        public Shape.Record Shape { get; } = shape;

        /// <summary>The arrays, in the order of the shape.</summary>
        public EquatableArray<Value> Columns { get; } = columns;
    }

    /// <summary>Values that were evaluated together, such as an array and an index into it.</summary>
    public sealed class Several(EquatableArray<Value> values) : Value
    {
        /// <summary>The values, in the order of evaluation.</summary>
        public EquatableArray<Value> Values { get; } = values;
    }

    /// <summary>A query that has not been carried out.</summary>
    public sealed class Query(Sequence sequence) : Value
    {
        /// <summary>The query.</summary>
        public Sequence Sequence { get; } = sequence;
    }

    /// <summary>A lambda or method that has a name: a local or parameter of a delegate type that is never assigned again.</summary>
    public sealed class Lambda(Function function) : Value
    {
        /// <summary>What it stands for, with the variables that it captured.</summary>
        public Function Function { get; } = function;
    }

    /// <summary>The same value with every leaf replaced, leaves in order.</summary>
    public Value Map(Func<Expression, Expression> number, Func<ArrayExpression, ArrayExpression> array) => this switch
    {
        Number leaf => new Number(number(leaf.Expression)),
        List leaf => new List(array(leaf.Array)),
        Record record => new Record(record.Shape, record.Members.Select(member => member.Map(number, array)).ToEquatableArray()),
        Rows rows => new Rows(rows.Shape, rows.Columns.Select(column => column.Map(number, array)).ToEquatableArray()),
        Several several => new Several(several.Values.Select(value => value.Map(number, array)).ToEquatableArray()),
        _ => this,
    };

    /// <summary>The leaves in order, each a <see cref="Number"/> or a <see cref="List"/>; a query has none, its sources are settled.</summary>
    public IEnumerable<Value> Leaves() => this switch
    {
        Record record => record.Members.SelectMany(member => member.Leaves()),
        Rows rows => rows.Columns.SelectMany(column => column.Leaves()),
        Several several => several.Values.SelectMany(value => value.Leaves()),
        Query or Lambda => [],
        _ => [this],
    };

    /// <summary>An array of the value that tells its length: the first one of an array of records.</summary>
    public ArrayExpression? FirstArray() => Leaves().OfType<List>().FirstOrDefault()?.Array;
}
