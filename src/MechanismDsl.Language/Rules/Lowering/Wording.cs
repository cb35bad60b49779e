using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>What constructs are called in refusals.</summary>
internal static class Wording
{
    private const int LongestSource = 60;

    private static readonly SymbolDisplayFormat Member = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>A member with its type and parameters: <c>Random.Next(int)</c>.</summary>
    public static string Symbol(ISymbol symbol) => symbol.ToDisplayString(Member);

    /// <summary>A type as C# writes it.</summary>
    public static string Type(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "unknown";

    /// <summary>What to write instead of a type of numbers, as the end of a sentence; nothing for other types.</summary>
    public static string Instead(ITypeSymbol? type) => type switch
    {
        { Name: "Half" or "BigInteger" } => "; use double or decimal",
        { SpecialType: SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Char } => "; use int or long",
        _ => "",
    };

    /// <summary>Why a method of somebody else's is refused, as a clause, and what to write instead.</summary>
    public static string Unknown(IMethodSymbol method) => method switch
    {
        { ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } } =>
            "which proofs do not follow; write a loop, or Where, Select, OrderBy and what sums them up",
        { ContainingType.ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } when InsteadOf(method.Name) is { } instead => $"which proofs do not follow; {instead}",
        _ => "which is not known to be pure",
    };

    // Pure functions of numbers, of which proofs do not know how they move with the report.
    private static string? InsteadOf(string method) => method switch
    {
        "FusedMultiplyAdd" => "write x * y + z, which rounds the product too",
        "CopySign" => "write Math.Abs(x) or -Math.Abs(x) in a condition",
        "BitIncrement" or "BitDecrement" => "compare with < instead of <= where the neighbouring number was meant",
        "ILogB" => "write Math.Floor(Math.Log2(x))",
        "IEEERemainder" => "write x % y, or x - y * Math.Round(x / y)",
        "BigMul" or "DivRem" => "write the product, the quotient and the remainder",
        _ => null,
    };

    /// <summary>The source in quotes, on one line, shortened.</summary>
    public static string Source(IOperation operation)
    {
        var text = string.Join(" ", operation.Syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return $"'{(text.Length <= LongestSource ? text : text.Substring(0, LongestSource) + "…")}'";
    }

    /// <summary>A construct that no rule can have.</summary>
    public static RefusedException Refuse(IOperation operation) => RefusedException.At(operation, operation switch
    {
        IInvalidOperation => $"{Source(operation)}, which does not compile",
        IAwaitOperation => "await, which waits for something outside the rule",
        IAnonymousFunctionOperation or IDelegateCreationOperation => $"stored lambda or delegate {Source(operation)}; call a local function instead",
        IInterpolatedStringOperation or { Type.SpecialType: SpecialType.System_String } => $"text {Source(operation)}, which depends on the culture",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation => $"dynamic call {Source(operation)}, which is bound only at run time",
        ITryOperation => "try statement; a rule states its result without catching exceptions",
        ILockOperation => "lock statement, which shares state",
        IUsingOperation or IUsingDeclarationOperation => "using statement, which holds a resource",
        IAddressOfOperation => $"pointer {Source(operation)}",
        IInstanceReferenceOperation => "use of an instance; rules are static",
        IEventReferenceOperation => $"event {Source(operation)}, which is state",
        IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => "yield; an iterator keeps state between calls",
        IBranchOperation { BranchKind: BranchKind.GoTo } => $"{Source(operation)}; write a loop or a switch with break",
        ITypeOfOperation or ISizeOfOperation or INameOfOperation => $"{Source(operation)}, which is no number",
        IObjectCreationOperation { Type.Name: "Dictionary" or "SortedDictionary" or "HashSet" or "SortedSet" or "PriorityQueue" } set => $"new {Type(set.Type)}, whose order is not part of its meaning; use an array with an element for every agent",
        IObjectCreationOperation { Type.Name: "Queue" or "Stack" or "LinkedList" } list => $"new {Type(list.Type)}; use a List or an array",
        IObjectCreationOperation creation => $"new object of type {Type(creation.Type)}, which is no plain record of numbers",
        IInvocationOperation call => $"call to {Symbol(call.TargetMethod)}, {Unknown(call.TargetMethod)}",
        IPropertyReferenceOperation property => $"property {Symbol(property.Property)}, which is not known to be pure",
        _ => $"{Source(operation)}, which is outside the verifiable subset",
    });
}
