using MechanismDsl.Language.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>What the names of a method, local function or lambda mean during one call of it. A captured variable belongs to an enclosing frame.</summary>
/// <param name="parent">The frame of the enclosing method; null for a method of a type.</param>
internal sealed class Frame(Frame? parent)
{
    private readonly Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, ILocalFunctionOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    /// <summary>The record whose member runs; null in a static one.</summary>
    public Value.Record? This { get; set; }

    /// <summary>Whether the record's members are variables that the code of its constructor sets.</summary>
    public bool IsConstructing { get; set; }

    /// <summary>Where a return leaves its value.</summary>
    public ReturnTarget? Return { get; set; }

    /// <summary>The value of a local or parameter; null if it has none in these frames.</summary>
    public Value? Find(ISymbol symbol) => _values.TryGetValue(symbol, out var value) ? value : parent?.Find(symbol);

    /// <summary>Gives a local or parameter of this frame its value or variables.</summary>
    public void Bind(ISymbol symbol, Value value) => _values[symbol] = value;

    /// <summary>A local function that is in scope, and the frame in which it was declared.</summary>
    public (ILocalFunctionOperation Function, Frame Scope)? FindFunction(IMethodSymbol symbol) =>
        _functions.TryGetValue(symbol, out var function) ? (function, this) : parent?.FindFunction(symbol);

    /// <summary>Reads ahead in a body: which locals are written after their declaration, and which local functions there are.</summary>
    public void Survey(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalFunctionOperation function:
                    _functions[function.Symbol] = function;
                    break;
                case ISimpleAssignmentOperation { Target: var target }:
                    Write(target);
                    break;
                case ICompoundAssignmentOperation { Target: var target }:
                    Write(target);
                    break;
                case IIncrementOrDecrementOperation { Target: var target }:
                    Write(target);
                    break;
                case ICoalesceAssignmentOperation { Target: var target }:
                    Write(target);
                    break;
                case IInvocationOperation { Instance: { } list } call when ListUses.IsWrite(call):
                    Write(list);
                    break;
                case IDeconstructionAssignmentOperation { Target: var target }:
                    foreach (var part in target.DescendantsAndSelf().Where(part => part is not ILocalReferenceOperation { IsDeclaration: true }))
                    {
                        Write(part);
                    }

                    break;
                case IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: var target }:
                    Write(target);
                    break;
            }
        }
    }

    /// <summary>Whether something writes to the local or parameter after its declaration.</summary>
    public bool IsWritten(ISymbol symbol) => _written.Contains(symbol) || parent?.IsWritten(symbol) == true;

    private void Write(IOperation target)
    {
        target = target is IDeclarationExpressionOperation { Expression: var declared } ? declared : target;

        // A member of a local struct is part of the local.
        while (target is IFieldReferenceOperation { Instance: { } outer } || (target is IPropertyReferenceOperation { Instance: { } owner } && (outer = owner) is not null))
        {
            target = outer;
        }

        ISymbol? symbol = target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (symbol is not null)
        {
            _written.Add(symbol);
        }
    }
}

/// <summary>Where the returns of a call go.</summary>
/// <param name="storage">The variables of the result; null for void.</param>
/// <param name="label">The block that is the call.</param>
internal sealed class ReturnTarget(Value? storage, int label)
{
    /// <summary>The variables of the result; null for void.</summary>
    public Value? Storage { get; } = storage;

    /// <summary>The block that is the call.</summary>
    public int Label { get; } = label;

    /// <summary>Whether some return leaves the block early, so that the block is needed.</summary>
    public bool IsLeft { get; set; }
}
