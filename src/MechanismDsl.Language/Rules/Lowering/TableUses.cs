using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Whether a static read-only array keeps its elements: it is private, and everything that its type does with it is to read an element or the
/// length. Everything else lets the array escape to where it could be written.
/// </summary>
internal sealed class TableUses(Lowerer lowerer)
{
    /// <summary>Why the array could change, as a clause; null if it cannot.</summary>
    public string? Change(ISymbol member)
    {
        if (member.DeclaredAccessibility != Accessibility.Private)
        {
            return "which code elsewhere can write to";
        }

        foreach (var type in lowerer.Bodies.DeclarationsOf(member.ContainingType))
        {
            SemanticModel? model = null;
            foreach (var name in type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == member.Name))
            {
                model ??= lowerer.Bodies.ModelOf(type.SyntaxTree);
                if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, lowerer.Cancellation).Symbol, member) && !IsRead(name, model))
                {
                    var line = name.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                    return FormattableString.Invariant($"which may be written through '{Shorten(name)}' in line {line}");
                }
            }
        }

        return null;
    }

    private static string Shorten(SyntaxNode name) => (name.Parent is MemberAccessExpressionSyntax { Name: var own } access && own == name ? access.Parent : name.Parent)?.ToString() is { Length: <= 40 } text ? text : name.ToString();

    private bool IsRead(IdentifierNameSyntax name, SemanticModel model)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax { Name: var own } access && own == name ? access : name;
        if (whole.Ancestors().Any(node => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }))
        {
            return true;
        }

        var operation = model.GetOperation(whole, lowerer.Cancellation);
        while (operation?.Parent is IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation?.Parent switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference == operation && IsOnlyRead(element),
            IPropertyReferenceOperation { Property: { Name: "Length" } } => true,
            IConversionOperation { IsImplicit: true, Parent: IForEachLoopOperation loop } conversion => loop.Collection == conversion && IsByValue(loop),
            IForEachLoopOperation loop => loop.Collection == operation && IsByValue(loop),
            IConversionOperation { IsImplicit: true, Parent: IArgumentOperation { Parent: IInvocationOperation call } } => IsPureQuery(call.TargetMethod),
            IArgumentOperation { Parent: IInvocationOperation call } => IsPureQuery(call.TargetMethod),
            IInvocationOperation { TargetMethod: { Name: nameof(Array.Clone), ContainingType.SpecialType: SpecialType.System_Array } } => true,
            _ => false,
        };
    }

    private static bool IsOnlyRead(IOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != element && assignment is not ISimpleAssignmentOperation { IsRef: true },
        IIncrementOrDecrementOperation or IAddressOfOperation => false,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.None,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target != tuple,
        ITupleOperation { Parent: ITupleOperation } => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => false,
        IPropertyReferenceOperation { Instance: { Type.IsValueType: true } instance, Property.GetMethod.IsReadOnly: false } when instance == element => false,
        IMemberReferenceOperation { Instance: { Type.IsValueType: true } instance } member when instance == element => IsOnlyRead(member),
        IInvocationOperation { Instance: { Type.IsValueType: true } instance, TargetMethod: { IsReadOnly: false, ContainingType.SpecialType: SpecialType.None } } when instance == element => false,
        IReturnOperation => element.Syntax.Parent is not RefExpressionSyntax,
        IConditionalOperation { IsRef: true } => false,
        _ => element.Syntax.Parent is not RefExpressionSyntax,
    };

    private static bool IsByValue(IForEachLoopOperation loop) => loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } or IDeclarationExpressionOperation or ITupleOperation;

    /// <summary>LINQ and searches only read their sources, even where it keeps them for later; what could hand out the array itself is left out.</summary>
    private static bool IsPureQuery(IMethodSymbol method) =>
        (method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } }
            && method.Name is not ("AsEnumerable" or "Cast" or "OfType"))
        || (method.ContainingType.SpecialType == SpecialType.System_Array && method.Name is "BinarySearch" or "IndexOf" or "LastIndexOf" or "Exists" or "TrueForAll" or "Find" or "FindLast" or "FindIndex" or "FindLastIndex");
}
