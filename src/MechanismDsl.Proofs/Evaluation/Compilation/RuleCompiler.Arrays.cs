using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Expressions that refer to arrays.</summary>
internal sealed partial class RuleCompiler
{
    private ArrayCode Array(ArrayExpression expression) => expression switch
    {
        ArrayExpression.Read read => ArrayRead(Number(read.Variable)),
        ArrayExpression.Zeros zeros => Zeros(zeros.Kind, Integer(zeros.Length)),
        ArrayExpression.Elements elements => Elements(elements),
        ArrayExpression.Table table => Table(table),
        ArrayExpression.Copy copy => Copy(Array(copy.Source)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static ArrayCode ArrayRead(int variable) => frame => frame.ArrayAt(variable);

    private static ArrayCode Zeros(ScalarKind kind, IntegerCode length) => frame => frame.NewArray(kind, length(frame));

    private static ArrayCode Copy(ArrayCode source) => frame =>
    {
        var original = source(frame);
        var copy = frame.NewArray(original.Kind, original.Length);
        if (!frame.HasEnded)
        {
            copy.CopyFrom(original);
        }

        return copy;
    };

    private static ArrayCode Table(ArrayExpression.Table table)
    {
        var values = new ArrayValue(table.Kind, table.Values.Count) { IsFixed = true };
        for (var index = 0; index < table.Values.Count; index++)
        {
            values[index] = table.Values[index];
        }

        return _ => values;
    }

    private ArrayCode Elements(ArrayExpression.Elements elements)
    {
        var (kind, count) = (elements.Kind, elements.Items.Count);
        var fill = new Action<Frame, ArrayValue>[count];
        for (var index = 0; index < count; index++)
        {
            fill[index] = Fill(kind, elements.Items[index], index);
        }

        return frame =>
        {
            var array = frame.NewArray(kind, count);
            if (frame.HasEnded)
            {
                return array;
            }

            foreach (var element in fill)
            {
                element(frame, array);
            }

            return array;
        };
    }

    private Action<Frame, ArrayValue> Fill(ScalarKind kind, Expression item, int index)
    {
        switch (kind)
        {
            case ScalarKind.Double:
                var number = Double(item);
                return (frame, array) => array.Doubles[index] = number(frame);
            case ScalarKind.Decimal:
                var exact = Decimal(item);
                return (frame, array) => array.Decimals[index] = exact(frame);
            case ScalarKind.Boolean:
                var test = Boolean(item);
                return (frame, array) => array.Longs[index] = test(frame) ? 1 : 0;
            default:
                var whole = Integer(item);
                return (frame, array) => array.Longs[index] = whole(frame);
        }
    }
}
