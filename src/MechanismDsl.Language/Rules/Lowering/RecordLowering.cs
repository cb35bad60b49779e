using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers tuples, structs and records: making them, their members, taking them apart.</summary>
internal sealed class RecordLowering(Lowerer lowerer)
{
    /// <summary>A tuple.</summary>
    public Value Lower(ITupleOperation tuple)
    {
        var shape = ShapeOf(tuple);
        var members = lowerer.Emission.InOrder([.. tuple.Elements.Select<IOperation, Func<Value>>(element => () => lowerer.Expressions.Lower(element))]);
        return new Value.Record(shape, members.ToEquatableArray());
    }

    /// <summary>A new object of an anonymous type.</summary>
    public Value Lower(IAnonymousObjectCreationOperation creation)
    {
        var shape = ShapeOf(creation);
        var values = creation.Initializers.Select(initializer => initializer is ISimpleAssignmentOperation { Value: var value } ? value : throw Wording.Refuse(initializer));
        var members = lowerer.Emission.InOrder([.. values.Select<IOperation, Func<Value>>(value => () => lowerer.Expressions.Lower(value))]);
        return new Value.Record(shape, members.ToEquatableArray());
    }

    /// <summary>A new record: a positional one, or one whose members are set in braces. Constructors with code of their own are not known to be pure.</summary>
    public Value Lower(IObjectCreationOperation creation)
    {
        if (Shape.Of(creation.Type) is not Shape.Record shape || shape.Members.Any(member => member.Shape is null) || creation.Constructor is not { } constructor || !lowerer.Bodies.AreUsers(shape.Type))
        {
            throw Wording.Refuse(creation);
        }

        Value[] members;
        if (constructor is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true } && shape.Type.IsValueType && !HasInitializers(shape.Type))
        {
            members = [.. shape.Members.Select(member => Zero(creation, member.Shape!))];
        }
        else if (IsPositional(constructor, shape))
        {
            var values = lowerer.Emission.InOrder([.. creation.Arguments.Select<IArgumentOperation, Func<Value>>(argument => () => lowerer.Expressions.Lower(argument.Value))]);
            // Members beside the positional ones start as zeros.
            var isGiven = creation.Arguments.Select(argument => shape.IndexOf(argument.Parameter!.Name)).ToList();
            members = [.. shape.Members.Select((member, index) => isGiven.Contains(index) ? Emission.Absent : Zero(creation, member.Shape!))];
            for (var index = 0; index < values.Length; index++)
            {
                members[shape.IndexOf(creation.Arguments[index].Parameter!.Name)] = values[index];
            }
        }
        else
        {
            members = lowerer.Constructors.Lower(creation, shape, constructor);
        }

        return new Value.Record(shape, Set(shape, members, creation.Initializer).ToEquatableArray());
    }

    /// <summary>A copy of a record with other members. A copy constructor of the user's own could do anything.</summary>
    public Value Lower(IWithOperation copy)
    {
        var value = lowerer.Emission.Keep(lowerer.Expressions.Lower(copy.Operand));
        if (value is not Value.Record record || NullableLowering.Underlying(record.Shape.Type) is not null
            || record.Shape.Type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared && constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, record.Shape.Type)))
        {
            throw Wording.Refuse(copy);
        }

        return new Value.Record(record.Shape, Set(record.Shape, [.. record.Members], copy.Initializer).ToEquatableArray());
    }

    /// <summary>The members after those in braces have been set.</summary>
    private Value[] Set(Shape.Record shape, Value[] members, IObjectOrCollectionInitializerOperation? initializer)
    {
        foreach (var setting in initializer?.Initializers ?? [])
        {
            if (setting is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment || shape.IndexOf(member.Name) is not (>= 0 and var index))
            {
                throw Wording.Refuse(setting);
            }

            // What was evaluated before keeps its value whatever the next member's expression does.
            var operands = lowerer.Emission.InOrder(() => new Value.Several(members.ToEquatableArray()), () => lowerer.Expressions.Lower(assignment.Value));
            members = [.. ((Value.Several)operands[0]).Values];
            members[index] = operands[1];
        }

        return members;
    }

    /// <summary>The default of a struct or tuple.</summary>
    public Value Zero(IOperation operation, Shape shape) => shape switch
    {
        Shape.Number number => new Value.Number(new Expression.Constant(Scalar.Zero(number.Kind), lowerer.At(operation))),
        Shape.Record { Type.IsValueType: true } record when record.Members.All(member => member.Shape is not null) =>
            new Value.Record(record, record.Members.Select(member => Zero(operation, member.Shape!)).ToEquatableArray()),
        _ => throw RefusedException.At(operation, $"null {Wording.Source(operation)}"),
    };

    /// <summary>A field or property of a record; a computed property is inlined.</summary>
    public Value Member(IOperation reference, Value.Record record, ISymbol member)
    {
        var name = member is IFieldSymbol { CorrespondingTupleField: { } item } ? item.Name : member.Name;
        var index = record.Shape.IndexOf(name);
        if (index >= 0 && member is not IPropertySymbol { IsVirtual: true } and not IPropertySymbol { IsOverride: true })
        {
            return record.Members[index] is Value.Several
                ? throw RefusedException.At(reference, $"member {Wording.Symbol(member)}, which is no number of the report")
                : record.Members[index];
        }

        if (member is not IPropertySymbol { GetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } getter, IsIndexer: false } || !lowerer.Bodies.AreUsers(member) || lowerer.Bodies.Of(getter) is not { } body)
        {
            throw RefusedException.At(reference, $"member {Wording.Symbol(member)}, which is not known to be pure");
        }

        var frame = new Frame(null) { This = record };
        frame.Survey(body);
        return lowerer.Calls.Run(getter, body, frame, reference.Syntax) ?? throw Wording.Refuse(reference);
    }

    /// <summary>The parts of a tuple or positional record, in order.</summary>
    public EquatableArray<Value> Deconstruct(IOperation operation, Value.Record record, ISymbol? deconstruct)
    {
        if (record.Shape.Type.IsTupleType)
        {
            return record.Members;
        }

        return deconstruct is IMethodSymbol { IsImplicitlyDeclared: true, Parameters: var parameters }
            ? parameters.Select(parameter => record.Members[record.Shape.IndexOf(parameter.Name)]).ToEquatableArray()
            : throw RefusedException.At(operation, $"deconstruction {Wording.Source(operation)} by code of its own");
    }

    private static Shape.Record ShapeOf(IOperation operation) => Lowerer.ShapeOf(operation, operation.Type) as Shape.Record ?? throw Wording.Refuse(operation);

    /// <summary>Whether the constructor is the header of a record and does nothing but set the properties that it declares.</summary>
    private bool IsPositional(IMethodSymbol constructor, Shape.Record shape) =>
        shape.Type.IsRecord
        && !HasInitializers(shape.Type)
        && !constructor.Parameters.IsEmpty
        && shape.Type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
        && lowerer.Bodies.DeclarationsOf(constructor).ToList() is [RecordDeclarationSyntax]
        && constructor.Parameters.All(parameter => shape.IndexOf(parameter.Name) is >= 0 and var index
            && lowerer.Bodies.DeclarationsOf(shape.Members[index].Symbol).ToList() is [ParameterSyntax]);

    private bool HasInitializers(INamedTypeSymbol type) => lowerer.Bodies.DeclarationsOf(type)
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(declaration => declaration.Members)
        .Any(member => member switch
        {
            FieldDeclarationSyntax field => !field.Modifiers.Any(modifier => modifier.ValueText is "static" or "const") && field.Declaration.Variables.Any(variable => variable.Initializer is not null),
            PropertyDeclarationSyntax property => property.Initializer is not null && !property.Modifiers.Any(modifier => modifier.ValueText == "static"),
            _ => false,
        });
}
