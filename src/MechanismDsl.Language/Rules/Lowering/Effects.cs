using MechanismDsl.Proofs.Rules;
using MechanismDsl.Language.Rules.Shapes;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>What statements change: used to keep C#'s order of evaluation, where an operand is read before the side effects of a later one.</summary>
internal sealed class Effects
{
    private readonly HashSet<int> _written = [];
    private bool _stores;

    /// <summary>The effects of statements.</summary>
    public static Effects Of(IEnumerable<Statement> statements)
    {
        var effects = new Effects();
        effects.Add(statements);
        return effects;
    }

    /// <summary>Whether a value would differ if it were computed after the statements instead of before them.</summary>
    public bool Touch(Value value) => value.Leaves().Any(leaf => leaf switch
    {
        Value.Number number => Touch(number.Expression),
        Value.List list => Touch(list.Array),
        _ => true,
    });

    private void Add(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case Statement.Assign assign:
                    _written.Add(assign.Target.Index);
                    break;
                case Statement.Refer refer:
                    _written.Add(refer.Target.Index);
                    break;
                case Statement.Store:
                    _stores = true;
                    break;
                case Statement.If choice:
                    Add(choice.Then);
                    Add(choice.Else);
                    break;
                case Statement.Loop loop:
                    Add(loop.Body);
                    break;
                case Statement.Block block:
                    Add(block.Body);
                    break;
            }
        }
    }

    private bool Touch(Expression expression) => expression switch
    {
        Expression.Constant => false,
        Expression.Read read => _written.Contains(read.Variable.Index),
        Expression.Element element => _stores || Touch(element.Array) || Touch(element.Index),
        Expression.Length length => Touch(length.Array),
        Expression.Unary unary => Touch(unary.Operand),
        Expression.Binary binary => Touch(binary.Left) || Touch(binary.Right),
        Expression.Convert convert => Touch(convert.Operand),
        Expression.Conditional choice => Touch(choice.Test) || Touch(choice.WhenTrue) || Touch(choice.WhenFalse),
        _ => true,
    };

    private bool Touch(ArrayExpression array) => array switch
    {
        ArrayExpression.Read read => _written.Contains(read.Variable.Index),
        ArrayExpression.Table => false,
        ArrayExpression.Zeros zeros => Touch(zeros.Length),
        ArrayExpression.Elements elements => elements.Items.Any(Touch),
        ArrayExpression.Copy copy => _stores || Touch(copy.Source),
        _ => true,
    };
}
