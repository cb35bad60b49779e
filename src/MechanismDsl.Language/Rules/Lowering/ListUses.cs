using MechanismDsl.Language.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Whether a local <see cref="List{T}"/> has no other name. A list that nothing else refers to is an array that every <c>Add</c> replaces by a longer
/// one; a second name, a query that is kept, or a change while the list is enumerated would tell the two apart.
/// </summary>
internal static class ListUses
{
    private static readonly HashSet<string> Writes = ["Add", "AddRange", "Clear", "Insert", "Remove", "RemoveAt", "RemoveAll", "Sort", "Reverse"];

    private static readonly HashSet<string> Reads = ["Contains", "IndexOf", "LastIndexOf", "ToArray", "Exists", "TrueForAll", "Find", "FindLast", "FindIndex", "FindLastIndex"];

    /// <summary>Whether a type is <see cref="List{T}"/>.</summary>
    public static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { } space } && space.ToDisplayString() == "System.Collections.Generic";

    /// <summary>Whether a call changes the list that it is made on.</summary>
    public static bool IsWrite(IInvocationOperation call) => IsList(call.Instance?.Type) && Writes.Contains(call.TargetMethod.Name);

    /// <summary>Refuses a list that could get a second name.</summary>
    public static void RefuseAlias(IOperation? place, ITypeSymbol? type)
    {
        if (IsList(type))
        {
            throw new RefusedException($"second name for a list of type {Wording.Type(type)}; use an array, or hand it on as IReadOnlyList", place?.Syntax);
        }
    }

    /// <summary>Refuses a declaration of a list that is not made there, and every use of the list that could tell it from an array of its own.</summary>
    public static void Check(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer() is not { Value: var made } || !IsNew(made))
        {
            RefuseAlias(declarator, declarator.Symbol.Type);
        }

        IOperation root = declarator;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        var owner = FunctionAround(declarator);
        foreach (var reference in root.Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol)))
        {
            if (!IsAllowed(reference, owner))
            {
                IOperation place = reference;
                while (place.Parent is { } around && (place.Syntax.Span == reference.Syntax.Span || place is IArgumentOperation or IVariableInitializerOperation))
                {
                    place = around;
                }

                throw RefusedException.At(reference, $"list '{reference.Local.Name}' in {Wording.Source(place)}; lists of rules are read, and changed by statements of the method that makes them, but not while they are enumerated and not through another name");
            }
        }
    }

    private static bool IsAllowed(IOperation reference, IOperation? owner)
    {
        var use = reference.Parent;
        switch (use)
        {
            case IInvocationOperation call when call.Instance == reference:
                return Reads.Contains(call.TargetMethod.Name)
                    || (IsWrite(call) && call.Parent is IExpressionStatementOperation && IsOwn(call, reference, owner) && !IsSelfReferring(call, reference));
            case IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Count" } } property:
                return property.Instance == reference;
            case IPropertyReferenceOperation { Property.IsIndexer: true } or IImplicitIndexerReferenceOperation:
                return !IsTarget(use) || IsOwn(use, reference, owner);
            case ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation } assignment when assignment.Target == reference:
                return IsNew(assignment.Value) && IsOwn(assignment, reference, owner);
            case IReturnOperation { Kind: OperationKind.Return } returned:
                return FunctionAround(returned) == owner && owner is not IAnonymousFunctionOperation;
            case ISpreadOperation or IForEachLoopOperation:
                return true;
            case IConversionOperation { IsImplicit: true, OperatorMethod: null } view:
                return view.Parent is IForEachLoopOperation or ISpreadOperation or IReturnOperation && (view.Parent is not IReturnOperation || FunctionAround(view) == owner) || view.Parent is IArgumentOperation given && IsHandedOn(given);
            case IArgumentOperation argument:
                return IsHandedOn(argument);
            default:
                return false;
        }
    }

    /// <summary>Whether a call that gets the list only reads it, and its result does not refer to it.</summary>
    private static bool IsHandedOn(IArgumentOperation argument) => argument.Parent switch
    {
        IObjectCreationOperation creation => IsList(creation.Type),
        IInvocationOperation call when IsLinq(call.TargetMethod) => IsCarriedOut(call),
        IInvocationOperation call => argument.Parameter is { RefKind: RefKind.None, Type: var type } && !IsList(type) && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            && (call.TargetMethod.ReturnsVoid || call.TargetMethod.ReturnType is IArrayTypeSymbol || Kinds.Of(call.TargetMethod.ReturnType) is not null),
        _ => false,
    };

    /// <summary>Whether a query is carried out where it stands, and not kept for later.</summary>
    private static bool IsCarriedOut(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "ToArray" or "ToList" || Shape.ElementOf(call.Type) is null)
        {
            return true;
        }

        var use = call.Parent is IConversionOperation { IsImplicit: true, OperatorMethod: null } view ? view.Parent : call.Parent;
        return use switch
        {
            IForEachLoopOperation or ISpreadOperation => true,
            IArgumentOperation { Parent: IInvocationOperation next } => IsLinq(next.TargetMethod) && IsCarriedOut(next),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => IsList(creation.Type),
            _ => false,
        };
    }

    private static bool IsLinq(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    /// <summary>Whether a change is made by the method that declares the list, and not in a loop over the list itself.</summary>
    private static bool IsOwn(IOperation change, IOperation reference, IOperation? owner)
    {
        for (var around = change.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation loop && Mentions(loop.Collection, reference))
            {
                return false;
            }
        }

        return FunctionAround(change) == owner;
    }

    // What AddRange and RemoveAll look at while they run must not be the list that they change.
    private static bool IsSelfReferring(IInvocationOperation call, IOperation reference) =>
        call.TargetMethod.Name is "AddRange" or "RemoveAll" or "Sort" && call.Arguments.Any(part => Mentions(part, reference));

    private static bool Mentions(IOperation operation, IOperation reference) =>
        operation.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, ((ILocalReferenceOperation)reference).Local));

    private static bool IsTarget(IOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == element,
        IIncrementOrDecrementOperation => true,
        ITupleOperation tuple => IsTarget(tuple) || tuple.Parent is IDeconstructionAssignmentOperation several && several.Target == tuple,
        _ => false,
    };

    /// <summary>Whether an expression makes a list: no list has two names, so what a method returns is a new one too.</summary>
    private static bool IsNew(IOperation value) => value switch
    {
        IParenthesizedOperation inner => IsNew(inner.Operand),
        IConversionOperation { OperatorMethod: null, Operand: var operand } => IsNew(operand),
        IObjectCreationOperation or ICollectionExpressionOperation => true,
        IInvocationOperation call => IsList(call.Type),
        _ => false,
    };

    private static IOperation? FunctionAround(IOperation operation)
    {
        var around = operation.Parent;
        while (around is not (null or ILocalFunctionOperation or IAnonymousFunctionOperation))
        {
            around = around.Parent;
        }

        return around;
    }
}
