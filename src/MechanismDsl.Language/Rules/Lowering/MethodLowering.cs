using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>A rule before its numbers are canonical.</summary>
internal sealed record Draft(IReadOnlyList<RuleParameter> Parameters, IReadOnlyList<Statement> Body, Variable Result);

/// <summary>Lowers the method that is the rule: its parameters, its body, its result.</summary>
internal sealed class MethodLowering(Lowerer lowerer)
{
    /// <summary>The rule of a method whose parameters have the given roles.</summary>
    /// <exception cref="RefusedException">Some part is outside the verifiable subset.</exception>
    public Draft Lower(IMethodSymbol method, EquatableArray<ParameterRoles> roles)
    {
        method = method.PartialImplementationPart ?? method;
        RefuseSignature(method);
        var body = lowerer.Bodies.Of(method) ?? throw new RefusedException("method without a body in the user's source", null);
        var frame = new Frame(null);
        frame.Survey(body);
        List<RuleParameter> parameters = [];
        List<(IParameterSymbol Symbol, Value Value)> inputs = [];
        Variable? output = null;
        if (roles.Count != method.Parameters.Length)
        {
            throw new RefusedException("method whose parameters are not those of a rule", null);
        }

        for (var index = 0; index < roles.Count; index++)
        {
            var symbol = method.Parameters[index];
            var leaves = parameters.Count;
            inputs.Add((symbol, Storage(symbol, roles[index], parameters)));
            output = roles[index].Role == ParameterRole.Output ? parameters[leaves].Variable : output;
        }

        lowerer.Emission.Inputs = output?.Index ?? lowerer.Emission.NextVariable;
        var statements = lowerer.Emission.Capture(() =>
        {
            foreach (var (symbol, value) in inputs)
            {
                lowerer.Calls.Bind(frame, symbol, value, -1);
            }

            var returned = lowerer.Calls.Run(method, body, frame, body.Syntax);
            output = Result(returned, output, isOwn: ReferenceEquals(returned, frame.Return?.Storage));
        });
        var fixedInputs = parameters.Where(parameter => parameter.Role != ParameterRole.Output).Select(parameter => parameter.Variable.Index).ToList();
        if (InputWrites.Find(statements, variable => fixedInputs.Contains(variable.Index)) is { } write)
        {
            throw new RefusedException("write to an array that the rule was given; copy it with ToArray first", write.Site >= 0 ? lowerer.Places[write.Site] : null);
        }

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

    /// <summary>The variables of a parameter; members of a record that are no numbers of the report get none, so that reading one is refused.</summary>
    private Value Storage(IParameterSymbol symbol, ParameterRoles roles, List<RuleParameter> parameters)
    {
        var shape = ShapeOf(symbol);
        var record = shape as Shape.Record ?? (shape as Shape.List)?.Element as Shape.Record;
        if (record is null)
        {
            var value = lowerer.Emission.Storage(shape, isSettled: true);
            parameters.Add(new RuleParameter(symbol.Name, VariableOf(value), roles.Role));
            return value;
        }

        var members = Enumerable.Repeat(Emission.Absent, record.Members.Count).ToArray();
        foreach (var (name, role) in roles.Members)
        {
            if (record.IndexOf(name) is not (>= 0 and var index) || record.Members[index].Shape is not Shape.Number number)
            {
                throw new RefusedException($"member '{name}' of {Wording.Type(record.Type)}, which does not store a number", symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax());
            }

            members[index] = lowerer.Emission.Storage(shape is Shape.List ? new Shape.List(number) : number, isSettled: true);
            parameters.Add(new RuleParameter(name, VariableOf(members[index]), role));
        }

        return shape is Shape.List ? new Value.Rows(record, members.ToEquatableArray()) : new Value.Record(record, members.ToEquatableArray());
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
