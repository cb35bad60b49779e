using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers calls: known pure functions become operations, the user's static methods and local functions are inlined.</summary>
internal sealed class CallLowering(Lowerer lowerer)
{
    /// <summary>Calls of one method inside each other; a recursion that is known to end is far shorter.</summary>
    private const int DeepestRecursion = 24;

    private readonly Stack<IMethodSymbol> _calls = new();

    /// <summary>The value of a call.</summary>
    public Value Lower(IInvocationOperation call) =>
        LowerKnown(call) ?? Inline(call) ?? throw RefusedException.At(call, $"call to {Wording.Symbol(call.TargetMethod)}, which has no value");

    /// <summary>A call as a statement.</summary>
    public void LowerStatement(IInvocationOperation call)
    {
        if ((LowerKnown(call) ?? Inline(call)) is { } unused)
        {
            // The call can fail, so it is carried out.
            foreach (var leaf in unused.Leaves().OfType<Value.Number>())
            {
                lowerer.Emission.Hold(leaf.Expression);
            }
        }
    }

    /// <summary>Carries out a body with its parameters bound, as a method that the rule itself is or calls.</summary>
    /// <returns>The result; null for void.</returns>
    public Value? Run(IMethodSymbol method, IBlockOperation body, Frame frame, SyntaxNode place)
    {
        // A recursion is written out as far as it goes, which ends where a constant argument decides that it ends.
        var depth = _calls.Count(active => SymbolEqualityComparer.Default.Equals(active, method));
        if (depth > 0 && (depth > DeepestRecursion || !method.Parameters.Any(parameter => frame.Find(parameter) is Value.Number { Expression: Expression.Constant })))
        {
            throw new RefusedException($"recursion: {Wording.Symbol(method)} calls itself, and no constant argument says how often", place);
        }

        var outer = lowerer.Frame;
        lowerer.Frame = frame;
        _calls.Push(method);
        try
        {
            return SingleReturn(body) is { } value && !method.ReturnsVoid ? lowerer.Expressions.Lower(value) : RunStatements(method, body, frame, place);
        }
        finally
        {
            _calls.Pop();
            lowerer.Frame = outer;
        }
    }

    private Value? RunStatements(IMethodSymbol method, IBlockOperation body, Frame frame, SyntaxNode place)
    {
        var emission = lowerer.Emission;
        var storage = method.ReturnsVoid
            ? null
            : emission.Storage(Shape.Of(method.ReturnType) ?? throw new RefusedException($"result of type {Wording.Type(method.ReturnType)}, which rules do not compute with", place), isSettled: true);
        frame.Return = new ReturnTarget(storage, emission.NewLabel());
        var statements = emission.Capture(() => lowerer.Statements.Lower(body, isLast: true));
        if (frame.Return.IsLeft)
        {
            emission.Emit(new Statement.Block(frame.Return.Label, [.. statements]));
        }
        else
        {
            emission.Emit(statements);
        }

        return storage;
    }

    private static IOperation? SingleReturn(IBlockOperation body) => body.Operations is [IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }] ? value : null;

    private Value? LowerKnown(IInvocationOperation call) => Invoke(call) ?? lowerer.Math.Lower(call) ?? lowerer.Guards.Lower(call) ?? lowerer.Comparisons.Lower(call) ?? lowerer.Nullables.Lower(call) ?? lowerer.Lists.Lower(call) ?? lowerer.Arrays.Lower(call) ?? lowerer.ArrayFunctions.Lower(call) ?? lowerer.Queries.Lower(call);

    /// <summary>The value of a call of a function that has a name; null if it calls something else.</summary>
    private Value? Invoke(IInvocationOperation call)
    {
        if (call is not { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } named })
        {
            return null;
        }

        var function = Queries.Function.Of(lowerer, named);
        return function.Apply(lowerer.Emission.InOrder([.. call.Arguments.Select<IArgumentOperation, Func<Value>>(argument => () => Argument(argument))]));
    }

    private Value? Inline(IInvocationOperation call)
    {
        var definition = call.TargetMethod.OriginalDefinition;
        var method = definition.PartialImplementationPart ?? definition;
        var local = method.MethodKind == MethodKind.LocalFunction ? lowerer.Frame.FindFunction(method) : null;
        var body = local is { } found ? found.Function.Body : CanInline(call) ? lowerer.Bodies.Of(method) : null;
        if (body is null || RefusesToInline(method) is not null)
        {
            throw RefusedException.At(call, $"call to {Wording.Symbol(method)}, {RefusesToInline(method) ?? Wording.Unknown(method)}");
        }

        lowerer.Members.RefuseInInitialiser(call, method);

        // The record is evaluated before the arguments, and its members are read as they are then.
        Value? instance = null;
        if (call.Instance is { } receiver)
        {
            instance = lowerer.Emission.Keep(lowerer.Expressions.Lower(receiver));
        }

        var frame = new Frame(local?.Scope) { This = instance as Value.Record };
        frame.Survey(body);
        var arguments = lowerer.Emission.InOrder([.. call.Arguments.Select<IArgumentOperation, Func<Value>>(argument => () => IsVariable(argument) ? Emission.Absent : Argument(argument))]);
        for (var index = 0; index < arguments.Length; index++)
        {
            arguments[index] = IsVariable(call.Arguments[index]) ? Variable(call.Arguments[index]) : arguments[index];
        }

        return Within(call.TargetMethod, () =>
        {
            for (var index = 0; index < arguments.Length; index++)
            {
                var parameter = method.Parameters[call.Arguments[index].Parameter!.Ordinal];
                if (IsVariable(call.Arguments[index]))
                {
                    frame.Bind(parameter, arguments[index]);
                }
                else
                {
                    Bind(frame, parameter, arguments[index], lowerer.At(call));
                }
            }

            return Run(method, body, frame, call.Syntax);
        }, call);
    }

    /// <summary>Lowers inside a method: its type parameters are what it is called with.</summary>
    private static Value? Within(IMethodSymbol method, Func<Value?> lower, IOperation place)
    {
        if (method.Arity == 0)
        {
            return lower();
        }

        Value? result = null;
        TypeArguments.Within(TypeArguments.Of(method), () =>
        {
            // A query would be carried out where its type parameters mean something else.
            var isKnown = method.OriginalDefinition.TypeParameters.All(type => Shape.Of(type) is not null);
            result = isKnown && lower() is var value and not Value.Query ? value
                : throw RefusedException.At(place, $"call to {Wording.Symbol(method)} with type arguments that rules do not compute with");
        });

        // Outside, a tuple of T is one of what T stands for.
        return result is null ? null : Shaped(result, Shape.Of(method.ReturnType));
    }

    private static Value Shaped(Value value, Shape? shape) => (value, shape) switch
    {
        (Value.Record record, Shape.Record own) => new Value.Record(own, record.Members.Select((member, index) => Shaped(member, own.Members[index].Shape)).ToEquatableArray()),
        (Value.Rows rows, Shape.List { Element: Shape.Record own }) => new Value.Rows(own, rows.Columns),
        _ => value,
    };

    /// <summary>The value of an operator or conversion that the user has defined.</summary>
    public Value Operator(IOperation operation, IMethodSymbol method, params IOperation[] operands)
    {
        if (!lowerer.Bodies.AreUsers(method) || RefusesToInline(method) is not null || lowerer.Bodies.Of(method) is not { } body
            || operands.Where((operand, index) => !SymbolEqualityComparer.Default.Equals(operand.Type, method.Parameters[index].Type)).Any())
        {
            throw RefusedException.At(operation, $"user-defined {(method.MethodKind == MethodKind.Conversion ? "conversion" : "operator")} {Wording.Symbol(method)}, {RefusesToInline(method) ?? "which is not known to be pure"}");
        }

        lowerer.Members.RefuseInInitialiser(operation, method);
        var frame = new Frame(null);
        frame.Survey(body);
        var values = lowerer.Emission.InOrder([.. operands.Select<IOperation, Func<Value>>(operand => () => lowerer.Expressions.Lower(operand))]);
        for (var index = 0; index < values.Length; index++)
        {
            Bind(frame, method.Parameters[index], values[index], lowerer.At(operation));
        }

        return Run(method, body, frame, operation.Syntax) ?? throw Wording.Refuse(operation);
    }

    /// <summary>Binds a parameter to its argument, which was evaluated; the parameter gets variables of its own where the two could come apart.</summary>
    public void Bind(Frame frame, ISymbol parameter, Value argument, int site)
    {
        ListUses.RefuseAlias(null, (parameter as IParameterSymbol)?.Type);
        if (!frame.IsWritten(parameter))
        {
            frame.Bind(parameter, lowerer.Emission.Keep(argument));
            return;
        }

        var type = (parameter as IParameterSymbol)?.Type ?? ((ILocalSymbol)parameter).Type;
        var variables = lowerer.Emission.Storage(Shape.Of(type) ?? throw new RefusedException($"parameter of type {Wording.Type(type)}, which rules do not compute with", null));
        lowerer.Emission.Assign(variables, argument, site);
        frame.Bind(parameter, variables);
    }

    /// <summary>Whether an argument is handed on as a variable, to be written to: the parameter is another name for it.</summary>
    private static bool IsVariable(IArgumentOperation argument) =>
        argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } && argument.Value is ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation or IDeclarationExpressionOperation or IDiscardOperation;

    private Value Variable(IArgumentOperation argument)
    {
        ListUses.RefuseAlias(argument, argument.Parameter!.Type);
        var place = argument.Value is IDeclarationExpressionOperation { Expression: var declared } ? declared : argument.Value;
        if (place is ILocalReferenceOperation { IsDeclaration: true, Local: var local })
        {
            lowerer.Frame.Bind(local, lowerer.Emission.Storage(Lowerer.ShapeOf(argument, local.Type)));
        }

        return place is IDiscardOperation ? lowerer.Emission.Storage(Lowerer.ShapeOf(argument, argument.Parameter.Type)) : lowerer.Expressions.LowerName(place);
    }

    private Value Argument(IArgumentOperation argument) => argument switch
    {
        { Parameter.RefKind: not (RefKind.None or RefKind.In) } => throw RefusedException.At(argument, $"argument {Wording.Source(argument)} passed by reference"),
        { ArgumentKind: ArgumentKind.Explicit or ArgumentKind.DefaultValue or ArgumentKind.ParamArray or ArgumentKind.ParamCollection } => lowerer.Expressions.Lower(argument.Value),
        _ => throw Wording.Refuse(argument.Value),
    };

    /// <summary>A static method, or a method of a record that is known when the rule is compiled.</summary>
    private static bool CanInline(IInvocationOperation call) =>
        call is { IsVirtual: false, ConstrainedToType: null }
        && (call is { TargetMethod.IsStatic: true, Instance: null } || (call.Instance is { } instance && Shape.Of(instance.Type) is Shape.Record));

    private static string? RefusesToInline(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty ? null
        : method.IsAsync ? "which is asynchronous"
        : method.ContainingType.IsGenericType ? "which belongs to a generic type"
        : method.ReturnsByRef || method.ReturnsByRefReadonly ? "which returns a reference"
        : method.IsExtern || method.IsAbstract || method.IsVirtual || method.IsOverride ? "whose body is not known here"
        : method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ConditionalAttribute") ? "which is called in some builds only"
        : null;
}
