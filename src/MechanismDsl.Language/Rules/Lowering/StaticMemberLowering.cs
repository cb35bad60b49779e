using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers static fields and properties that provably never change: constants, read-only numbers, tables that nothing writes to.</summary>
internal sealed class StaticMemberLowering(Lowerer lowerer)
{
    private readonly Stack<ISymbol> _initialised = new();
    private readonly Dictionary<ISymbol, string?> _changes = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a static field.</summary>
    public Value Lower(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (!field.IsReadOnly || field.IsVolatile)
        {
            throw RefusedException.At(reference, $"static field {Wording.Symbol(field)}, which can change");
        }

        return Initialiser(reference, field, field.Type);
    }

    /// <summary>The value of a static property: of its getter, or of the field behind it.</summary>
    public Value Lower(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property is { Name: "Zero" or "One", ContainingType.Name: "INumberBase" } && Kinds.Of(property.Type) is { } kind)
        {
            return new Value.Number(ArithmeticLowering.Constant(kind, property.Name == "One" ? 1 : 0, lowerer.At(reference)));
        }

        if (property.GetMethod is not { IsVirtual: false, IsAbstract: false } getter || !lowerer.Bodies.AreUsers(property))
        {
            throw Wording.Refuse(reference);
        }

        if (lowerer.Bodies.Of(getter) is { } body)
        {
            RefuseInInitialiser(reference, property);
            var frame = new Frame(null);
            frame.Survey(body);
            var value = lowerer.Calls.Run(getter, body, frame, reference.Syntax) ?? throw Wording.Refuse(reference);
            return IsReadOnly(property.Type) ? Table(value) : value;
        }

        return property.SetMethod is null
            ? Initialiser(reference, property, property.Type)
            : throw RefusedException.At(reference, $"static property {Wording.Symbol(property)}, which can be set");
    }

    /// <summary>What a read-only member was initialised with. Initialisers run once and in textual order, so they may use only what stands before them.</summary>
    private Value Initialiser(IOperation reference, ISymbol member, ITypeSymbol type)
    {
        if (!lowerer.Bodies.AreUsers(member) || member.DeclaringSyntaxReferences is not [var declaration])
        {
            throw RefusedException.At(reference, $"{Wording.Symbol(member)}, whose value is not in the user's source");
        }

        if (member.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared) || member.ContainingType.IsGenericType)
        {
            throw RefusedException.At(reference, $"{Wording.Symbol(member)}, which the static constructor of {member.ContainingType.Name} can set");
        }

        RefuseInInitialiser(reference, member);
        var syntax = declaration.GetSyntax(lowerer.Cancellation);
        var clause = syntax switch { VariableDeclaratorSyntax variable => variable.Initializer, PropertyDeclarationSyntax property => property.Initializer, _ => null };
        if (clause is null || lowerer.Bodies.ModelOf(syntax.SyntaxTree).GetOperation(clause, lowerer.Cancellation) is not ISymbolInitializerOperation initialiser)
        {
            throw RefusedException.At(reference, $"{Wording.Symbol(member)}, which has no value of its own");
        }

        lowerer.Bodies.RefuseIntercepted(clause);
        if (Shape.ElementOf(type) is not null && !IsReadOnly(type) && Change(member) is { } change)
        {
            throw RefusedException.At(reference, $"table {Wording.Symbol(member)}, {change}; make it private and only read it, or use ImmutableArray");
        }

        var outer = lowerer.Frame;
        lowerer.Frame = new Frame(null);
        _initialised.Push(member);
        try
        {
            return Table(lowerer.Expressions.Lower(initialiser.Value));
        }
        finally
        {
            _initialised.Pop();
            lowerer.Frame = outer;
        }
    }

    private string? Change(ISymbol member)
    {
        if (!_changes.TryGetValue(member, out var change))
        {
            change = new TableUses(lowerer).Change(member);
            _changes.Add(member, change);
        }

        return change;
    }

    /// <summary>Refuses what an initialiser must not use: what may not have its value yet.</summary>
    public void RefuseInInitialiser(IOperation reference, ISymbol used)
    {
        if (_initialised.Count == 0)
        {
            return;
        }

        var member = _initialised.Peek();
        var isEarlier = used is IFieldSymbol or IPropertySymbol { GetMethod.IsImplicitlyDeclared: false }
            && SymbolEqualityComparer.Default.Equals(used.ContainingType, member.ContainingType)
            && used.DeclaringSyntaxReferences is [var first] && member.DeclaringSyntaxReferences is [var second]
            && first.SyntaxTree == second.SyntaxTree && first.Span.Start < second.Span.Start;
        if (!isEarlier)
        {
            throw RefusedException.At(reference, $"{Wording.Symbol(used)} in the initialiser of {Wording.Symbol(member)}, where it may not have its value yet");
        }
    }

    /// <summary>An array of constants that nothing can write to is a table.</summary>
    private static Value Table(Value value) => value.Map(number => number, array =>
        array is ArrayExpression.Elements elements && elements.Items.All(item => item is Expression.Constant)
            ? new ArrayExpression.Table(elements.Kind, elements.Items.Select(item => ((Expression.Constant)item).Value).ToEquatableArray(), elements.Site)
            : array);

    private static bool IsReadOnly(ITypeSymbol type) => type is INamedTypeSymbol { Name: "ReadOnlySpan" or "ImmutableArray" };
}
