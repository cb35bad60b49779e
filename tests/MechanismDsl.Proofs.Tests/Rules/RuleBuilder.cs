using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Tests.Rules;

/// <summary>An expression under construction, so that rules for tests read like the C# they stand for.</summary>
internal readonly record struct Ex(Expression Node)
{
    public static implicit operator Ex(double value) => new(new Expression.Constant(Scalar.Of(value)));

    public static implicit operator Ex(int value) => new(new Expression.Constant(Scalar.Of(value)));

    public static implicit operator Ex(long value) => new(new Expression.Constant(Scalar.Of(value)));

    public static implicit operator Ex(decimal value) => new(new Expression.Constant(Scalar.Of(value)));

    public static implicit operator Ex(bool value) => new(new Expression.Constant(Scalar.Of(value)));

    public static implicit operator Ex(Variable variable) => new(new Expression.Read(variable));

    public static Ex operator +(Ex left, Ex right) => Binary(BinaryOperation.Add, left, right);

    public static Ex operator -(Ex left, Ex right) => Binary(BinaryOperation.Subtract, left, right);

    public static Ex operator *(Ex left, Ex right) => Binary(BinaryOperation.Multiply, left, right);

    public static Ex operator /(Ex left, Ex right) => Binary(BinaryOperation.Divide, left, right);

    public static Ex operator %(Ex left, Ex right) => Binary(BinaryOperation.Remainder, left, right);

    public static Ex operator -(Ex operand) => Unary(UnaryOperation.Negate, operand);

    public static Ex operator !(Ex operand) => Unary(UnaryOperation.Not, operand);

    public static Ex operator <(Ex left, Ex right) => Binary(BinaryOperation.Less, left, right);

    public static Ex operator >(Ex left, Ex right) => Binary(BinaryOperation.Less, right, left);

    public static Ex operator <=(Ex left, Ex right) => Binary(BinaryOperation.LessOrEqual, left, right);

    public static Ex operator >=(Ex left, Ex right) => Binary(BinaryOperation.LessOrEqual, right, left);

    public static Ex operator &(Ex left, Ex right) => Binary(BinaryOperation.And, left, right);

    public static Ex operator |(Ex left, Ex right) => Binary(BinaryOperation.Or, left, right);

    public static Ex Binary(BinaryOperation operation, Ex left, Ex right, bool isChecked = false) =>
        new(new Expression.Binary(operation, left.Node, right.Node, isChecked));

    public static Ex Unary(UnaryOperation operation, Ex operand, bool isChecked = false) => new(new Expression.Unary(operation, operand.Node, isChecked));

    public Ex To(ScalarKind kind, bool isChecked = false) => new(new Expression.Convert(kind, Node, isChecked));

    public Ex Is(Ex other) => Binary(BinaryOperation.Equal, this, other);

    public Ex Differs(Ex other) => Binary(BinaryOperation.NotEqual, this, other);

    public Ex Min(Ex other) => Binary(BinaryOperation.Min, this, other);

    public Ex Max(Ex other) => Binary(BinaryOperation.Max, this, other);

    public Ex And(Ex other) => Choose(this, other, false);

    public Ex Or(Ex other) => Choose(this, true, other);

    public static Ex Choose(Ex test, Ex yes, Ex no, int site = -1) => new(new Expression.Conditional(test.Node, yes.Node, no.Node, site));
}

/// <summary>A rule under construction: numbers its variables, labels and branches.</summary>
internal sealed class RuleBuilder(string name)
{
    private readonly List<RuleParameter> _parameters = [];
    private int _variables;
    private int _labels;
    private int _sites;

    public Variable Report(ScalarKind kind = ScalarKind.Double) => Parameter("report", kind, isArray: false, ParameterRole.Report);

    public Variable Reports(ScalarKind kind = ScalarKind.Double) => Parameter("bids", kind, isArray: true, ParameterRole.Reports);

    public Variable Public(string parameter, ScalarKind kind = ScalarKind.Double) => Parameter(parameter, kind, isArray: false, ParameterRole.Public);

    public Variable PublicOfAgents(string parameter, ScalarKind kind = ScalarKind.Double) => Parameter(parameter, kind, isArray: true, ParameterRole.PublicOfAgents);

    public Variable Agent() => Parameter("agent", ScalarKind.Int32, isArray: false, ParameterRole.Agent);

    public Variable Output(ScalarKind kind) => Parameter("served", kind, isArray: true, ParameterRole.Output);

    public Variable Local(ScalarKind kind = ScalarKind.Double, bool isArray = false) => new(_variables++, kind, isArray);

    public int Label() => _labels++;

    public int Site() => _sites++;

    public Variable Parameter(string parameter, ScalarKind kind, bool isArray, ParameterRole role)
    {
        var variable = Local(kind, isArray);
        _parameters.Add(new RuleParameter(parameter, variable, role));
        return variable;
    }

    public Rule Build(Variable result, params Statement[] body) => new(name, _parameters.ToEquatableArray(), body.ToEquatableArray(), result);

    /// <summary>An expression-bodied rule.</summary>
    public Rule Build(Ex value)
    {
        var result = Local(value.Node.Kind);
        return Build(result, Set(result, value));
    }

    public static Statement Set(Variable target, Ex value) => new Statement.Assign(target, value.Node);

    public static Statement Refer(Variable target, ArrayExpression array) => new Statement.Refer(target, array);

    public static Statement Store(Variable array, Ex index, Ex value) => new Statement.Store(new ArrayExpression.Read(array), index.Node, value.Node);

    public static Ex At(Variable array, Ex index) => new(new Expression.Element(new ArrayExpression.Read(array), index.Node));

    public static Ex At(ArrayExpression array, Ex index) => new(new Expression.Element(array, index.Node));

    public static Ex Length(Variable array) => new(new Expression.Length(new ArrayExpression.Read(array)));

    public static ArrayExpression Zeros(ScalarKind kind, Ex length) => new ArrayExpression.Zeros(kind, length.Node);

    public static ArrayExpression Table(params double[] values) => new ArrayExpression.Table(ScalarKind.Double, values.Select(Scalar.Of).ToEquatableArray());

    public static Statement Leave(int label) => new Statement.Leave(label);

    public static Statement Block(int label, params Statement[] body) => new Statement.Block(label, body.ToEquatableArray());

    public Statement If(Ex test, params Statement[] then) => If(test, then, []);

    public Statement If(Ex test, Statement[] then, Statement[] otherwise) =>
        new Statement.If(test.Node, then.ToEquatableArray(), otherwise.ToEquatableArray(), Site());

    /// <summary>for (var index = from; index &lt; to; index++) body, in the shape that the lowering gives it.</summary>
    public Statement For(Variable index, Ex from, Ex to, params Statement[] body) => For(index, from, to, (_, _) => body);

    /// <summary>The same with the labels that break and continue leave.</summary>
    public Statement For(Variable index, Ex from, Ex to, Func<int, int, Statement[]> body) => While(
        Set(index, from), (Ex)index < to, Set(index, (Ex)index + 1), body);

    /// <summary>for (init; test; step) body, where the body gets the labels that break and continue leave.</summary>
    public Statement While(Statement init, Ex test, Statement step, Func<int, int, Statement[]> body)
    {
        var (broken, continued) = (Label(), Label());
        return Block(Label(),
            init,
            Block(broken, new Statement.Loop([
                new Statement.If(test.Node, [], [Leave(broken)]),
                Block(continued, body(broken, continued)),
                step])));
    }
}
