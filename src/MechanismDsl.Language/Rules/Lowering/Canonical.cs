using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Numbers the variables, labels and sites of a rule in the order of its text, so that methods that mean the same get the same numbers, however
/// many temporaries were tried on the way.
/// </summary>
internal sealed class Canonical
{
    private readonly Dictionary<int, Variable> _variables = [];
    private readonly Dictionary<int, int> _labels = [];
    private readonly List<int> _sites = [];

    private readonly int _firstSite;

    private Canonical(int firstSite) => _firstSite = firstSite;

    /// <summary>The rule with its own numbers, and for each of its sites, from the first one on, the number that the place had before.</summary>
    public static (Rule Rule, IReadOnlyList<int> Sites) Of(string name, IEnumerable<RuleParameter> parameters, IEnumerable<Statement> body, Variable result, int firstSite)
    {
        var canonical = new Canonical(firstSite);
        var inputs = parameters.Select(parameter => parameter with { Variable = canonical.Number(parameter.Variable) }).ToEquatableArray();
        var statements = canonical.Rewrite(body);
        return (new Rule(name, inputs, statements, canonical.Number(result)), canonical._sites);
    }

    private Variable Number(Variable variable)
    {
        if (!_variables.TryGetValue(variable.Index, out var numbered))
        {
            numbered = variable with { Index = _variables.Count };
            _variables.Add(variable.Index, numbered);
        }

        return numbered;
    }

    private int Label(int label)
    {
        if (!_labels.TryGetValue(label, out var numbered))
        {
            numbered = _labels.Count;
            _labels.Add(label, numbered);
        }

        return numbered;
    }

    private int Site(int place)
    {
        _sites.Add(place);
        return _firstSite + _sites.Count - 1;
    }

    private EquatableArray<Statement> Rewrite(IEnumerable<Statement> statements) => statements.Select(Rewrite).ToEquatableArray();

    private Statement Rewrite(Statement statement)
    {
        var site = Site(statement.Site);
        return statement switch
        {
            Statement.Assign assign => new Statement.Assign(Number(assign.Target), Rewrite(assign.Value), site),
            Statement.Refer refer => new Statement.Refer(Number(refer.Target), Rewrite(refer.Array), site),
            Statement.Store store => new Statement.Store(Rewrite(store.Array), Rewrite(store.Index), Rewrite(store.Value), site),
            Statement.If choice => new Statement.If(Rewrite(choice.Test), Rewrite(choice.Then), Rewrite(choice.Else), site),
            Statement.Loop loop => new Statement.Loop(Rewrite(loop.Body), site),
            Statement.Block block => new Statement.Block(Label(block.Label), Rewrite(block.Body), site),
            Statement.Leave leave => new Statement.Leave(Label(leave.Label), site),
            Statement.Fail fail => new Statement.Fail(fail.Exception, site),
            _ => throw new ArgumentOutOfRangeException(nameof(statement)),
        };
    }

    private Expression Rewrite(Expression expression)
    {
        var site = Site(expression.Site);
        return expression switch
        {
            Expression.Constant constant => new Expression.Constant(constant.Value, site),
            Expression.Read read => new Expression.Read(Number(read.Variable), site),
            Expression.Element element => new Expression.Element(Rewrite(element.Array), Rewrite(element.Index), site),
            Expression.Length length => new Expression.Length(Rewrite(length.Array), site),
            Expression.Unary unary => new Expression.Unary(unary.Operation, Rewrite(unary.Operand), unary.IsChecked, site),
            Expression.Binary binary => new Expression.Binary(binary.Operation, Rewrite(binary.Left), Rewrite(binary.Right), binary.IsChecked, site),
            Expression.Convert convert => new Expression.Convert(convert.Kind, Rewrite(convert.Operand), convert.IsChecked, site),
            Expression.Conditional choice => new Expression.Conditional(Rewrite(choice.Test), Rewrite(choice.WhenTrue), Rewrite(choice.WhenFalse), site),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };
    }

    private ArrayExpression Rewrite(ArrayExpression array)
    {
        var site = Site(array.Site);
        return array switch
        {
            ArrayExpression.Read read => new ArrayExpression.Read(Number(read.Variable), site),
            ArrayExpression.Zeros zeros => new ArrayExpression.Zeros(zeros.Kind, Rewrite(zeros.Length), site),
            ArrayExpression.Elements elements => new ArrayExpression.Elements(elements.Kind, elements.Items.Select(Rewrite).ToEquatableArray(), site),
            ArrayExpression.Table table => new ArrayExpression.Table(table.Kind, table.Values, site),
            ArrayExpression.Copy copy => new ArrayExpression.Copy(Rewrite(copy.Source), site),
            _ => throw new ArgumentOutOfRangeException(nameof(array)),
        };
    }
}
