using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>A rule before its numbers are canonical.</summary>
internal sealed record Draft(IReadOnlyList<RuleParameter> Parameters, IReadOnlyList<Statement> Body, Variable Result);

/// <summary>Lowers the method that is the rule: its parameters, its body, its result.</summary>
internal sealed class MethodLowering(Lowerer lowerer)
{
    /// <summary>The rule of a method whose parameters have the given roles.</summary>
    /// <exception cref="RefusedException">Some part is outside the verifiable subset.</exception>
    public Draft Lower(IMethodSymbol method, IReadOnlyList<ParameterRole> roles)
    {
        RefuseSignature(method);
        var body = lowerer.Bodies.Of(method) ?? throw new RefusedException("method without a body in the user's source", null);
        var frame = new Frame(null);
        frame.Survey(body);
        List<RuleParameter> parameters = [];
        List<(IParameterSymbol Symbol, Value Value)> inputs = [];
        Variable? output = null;
        for (var index = 0; index < method.Parameters.Length; index++)
        {
            var symbol = method.Parameters[index];
            var value = lowerer.Emission.Storage(ShapeOf(symbol), isSettled: true);
            inputs.Add((symbol, value));
            foreach (var variable in value.Leaves().Select(VariableOf))
            {
                parameters.Add(new RuleParameter(symbol.Name, variable, roles[index]));
                output = roles[index] == ParameterRole.Output ? variable : output;
            }
        }

        var statements = lowerer.Emission.Capture(() =>
        {
            foreach (var (symbol, value) in inputs)
            {
                lowerer.Calls.Bind(frame, symbol, value, -1);
            }

            var returned = lowerer.Calls.Run(method, body, frame, body.Syntax);
            output = Result(returned, output, isOwn: ReferenceEquals(returned, frame.Return?.Storage));
        });
        return new Draft(parameters, statements, output!.Value);
    }

    /// <summary>The variable of the result: the output parameter, or one that gets what the method returns.</summary>
    private Variable Result(Value? returned, Variable? output, bool isOwn)
    {
        switch (returned)
        {
            case null:
                return output ?? throw new RefusedException("method that returns nothing and fills no output", null);
            case Value.Number { Expression: Expression.Read read } when isOwn:
                return read.Variable;
            case Value.List { Array: ArrayExpression.Read read } when isOwn:
                return read.Variable;
            case Value.Number { Expression: var number }:
                var scalar = lowerer.Emission.NewVariable(number.Kind);
                lowerer.Emission.Emit(new Statement.Assign(scalar, number, number.Site));
                return scalar;
            case Value.List { Array: var array }:
                var reference = lowerer.Emission.NewVariable(array.Kind, isArray: true);
                lowerer.Emission.Emit(new Statement.Refer(reference, array, array.Site));
                return reference;
            default:
                throw new RefusedException("result that is no number and no array of numbers", null);
        }
    }

    private static Variable VariableOf(Value leaf) => leaf switch
    {
        Value.Number { Expression: Expression.Read read } => read.Variable,
        Value.List { Array: ArrayExpression.Read read } => read.Variable,
        _ => throw new InvalidOperationException(),
    };

    private static Shape ShapeOf(IParameterSymbol parameter) => Shape.Of(parameter.Type)
        ?? throw new RefusedException($"parameter '{parameter.Name}' of type {Wording.Type(parameter.Type)}, which rules do not compute with", parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax());

    private static void RefuseSignature(IMethodSymbol method)
    {
        if (!method.IsStatic || method.Arity > 0 || method.ContainingType.IsGenericType || method.IsAsync || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            throw new RefusedException("method that is not plainly static (instance, generic, asynchronous or by reference)", null);
        }

        if (method.Parameters.FirstOrDefault(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) is { } reference)
        {
            throw new RefusedException($"parameter '{reference.Name}' passed by reference", null);
        }
    }
}
