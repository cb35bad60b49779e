using System.Collections.Immutable;
using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>A lambda or method that a query applies to its elements, with the variables that it captured.</summary>
internal sealed class Function(Lowerer lowerer, IOperation place, IMethodSymbol method, IBlockOperation body, Frame? scope)
{
    private readonly ImmutableDictionary<ITypeSymbol, ITypeSymbol> _types = TypeArguments.Current;

    /// <summary>The number of parameters.</summary>
    public int Arity => method.Parameters.Length;

    /// <summary>The function of a query's argument.</summary>
    public static Function Of(Lowerer lowerer, IOperation argument)
    {
        while (argument is IConversionOperation { OperatorMethod: null } conversion)
        {
            argument = conversion.Operand;
        }

        // The name of a function stands for it: neither is assigned again.
        if (argument is ILocalReferenceOperation or IParameterReferenceOperation && lowerer.Expressions.LowerName(argument) is Value.Lambda { Function: var named })
        {
            return named;
        }

        switch ((argument as IDelegateCreationOperation)?.Target)
        {
            case IAnonymousFunctionOperation { Symbol.IsAsync: false } lambda:
                return new Function(lowerer, argument, lambda.Symbol, lambda.Body, lowerer.Frame);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } when lowerer.Frame.FindFunction(local.OriginalDefinition) is { Function: { Body: { } body } } found:
                return new Function(lowerer, argument, local, body, found.Scope);
            case IMethodReferenceOperation { Method: { IsStatic: true, Arity: 0 } method } when lowerer.Bodies.Of(method) is { } body:
                lowerer.Members.RefuseInInitialiser(argument, method);
                return new Function(lowerer, argument, method.PartialImplementationPart ?? method, body, null);
            default:
                throw RefusedException.At(argument, $"function {Wording.Source(argument)}, which is not known to be pure");
        }
    }

    /// <summary>The value of the function; evaluated now.</summary>
    public Value Apply(params Value[] arguments)
    {
        var emission = lowerer.Emission;
        var first = emission.NextVariable;
        Value? result = null;
        var statements = emission.Capture(() => TypeArguments.Within(_types, () =>
        {
            var frame = new Frame(scope);
            frame.Survey(body);
            for (var index = 0; index < Arity; index++)
            {
                lowerer.Calls.Bind(frame, method.Parameters[index], arguments[index], lowerer.At(place));
            }

            result = lowerer.Calls.Run(method, body, frame, place.Syntax) ?? throw Wording.Refuse(place);
        }));
        if (WritesOutside(statements, first))
        {
            throw RefusedException.At(place, $"lambda {Wording.Source(place)}, which changes variables outside it");
        }

        emission.Emit(statements);
        return result!;
    }

    /// <summary>The single value of the function; evaluated now.</summary>
    public Expression Number(params Value[] arguments) => Apply(arguments) is Value.Number number ? number.Expression : throw Wording.Refuse(place);

    /// <summary>Whether statements write to a variable that was there before, or to an array that they did not make.</summary>
    private static bool WritesOutside(IEnumerable<Statement> statements, int first)
    {
        HashSet<int> borrowed = [];
        return WritesOutside(statements, first, borrowed) || WritesOutside(statements, first, borrowed);
    }

    private static bool WritesOutside(IEnumerable<Statement> statements, int first, HashSet<int> borrowed) => statements.Any(statement => statement switch
    {
        Statement.Assign assign => assign.Target.Index < first,
        Statement.Refer refer => refer.Target.Index < first || (refer.Array is ArrayExpression.Read && borrowed.Add(refer.Target.Index) && false),
        Statement.Store store => store.Array is not ArrayExpression.Read read || read.Variable.Index < first || borrowed.Contains(read.Variable.Index),
        Statement.If choice => WritesOutside(choice.Then, first, borrowed) || WritesOutside(choice.Else, first, borrowed),
        Statement.Loop loop => WritesOutside(loop.Body, first, borrowed),
        Statement.Block block => WritesOutside(block.Body, first, borrowed),
        _ => false,
    });
}
