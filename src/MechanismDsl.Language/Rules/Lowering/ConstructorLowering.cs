using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Lowers constructors with code of their own: the members start as zeros, then come the positional members, the initialisers in the order of the text,
/// and the body.
/// </summary>
internal sealed class ConstructorLowering(Lowerer lowerer)
{
    /// <summary>The members of a new struct or record.</summary>
    /// <exception cref="RefusedException">The constructor calls another one, or some part of it is outside the subset.</exception>
    public Value[] Lower(IObjectCreationOperation creation, Shape.Record shape, IMethodSymbol constructor)
    {
        if (constructor.IsImplicitlyDeclared
            || shape.Type.BaseType?.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType)
            || constructor.Parameters.Any(parameter => parameter.RefKind != RefKind.None)
            || lowerer.Bodies.DeclarationsOf(shape.Type).ToList() is not [TypeDeclarationSyntax type]
            || lowerer.Bodies.DeclarationsOf(constructor).ToList() is not [var declaration])
        {
            throw Refuse(creation, constructor);
        }

        // A constructor in the header has no body; the code of its members must not use its parameters, which would be fields then.
        var body = declaration is TypeDeclarationSyntax ? null : lowerer.Bodies.Of(constructor) ?? throw Refuse(creation, constructor);
        var values = lowerer.Emission.InOrder([.. creation.Arguments.Select<IArgumentOperation, Func<Value>>(argument => () => lowerer.Expressions.Lower(argument.Value))]);
        Value[] members = [.. shape.Members.Select(member => lowerer.Records.Zero(creation, member.Shape!))];
        var frame = new Frame(null);
        if (body is not null)
        {
            frame.Survey(body);
        }

        for (var index = 0; index < values.Length; index++)
        {
            var parameter = creation.Arguments[index].Parameter!;
            lowerer.Calls.Bind(frame, constructor.Parameters[parameter.Ordinal], values[index], lowerer.At(creation));
            if (body is null && shape.IndexOf(parameter.Name) is >= 0 and var positional && lowerer.Bodies.DeclarationsOf(shape.Members[positional].Symbol).ToList() is [ParameterSyntax])
            {
                members[positional] = frame.Find(constructor.Parameters[parameter.Ordinal])!;
            }
        }

        var outer = lowerer.Frame;
        lowerer.Frame = frame;
        try
        {
            foreach (var (member, value) in Initialisers(type, shape))
            {
                members = Set(frame, shape, members, [(member, value)]);
            }

            return body is null ? members : Run(creation, shape, constructor, body, frame, members);
        }
        finally
        {
            lowerer.Frame = outer;
        }
    }

    private Value[] Run(IOperation creation, Shape.Record shape, IMethodSymbol constructor, IBlockOperation body, Frame frame, Value[] members)
    {
        // Assignments one after the other leave what they assign as it is: a table of records with constants is one of constants.
        if (body.Operations.Select(statement => Assignments(statement, shape)).ToList() is var steps && steps.TrueForAll(step => step is not null))
        {
            return steps.Aggregate(members, (before, step) => Set(frame, shape, before, step!));
        }

        var storage = (Value.Record)lowerer.Emission.Storage(shape);
        lowerer.Emission.Assign(storage, new Value.Record(shape, members.ToEquatableArray()), lowerer.At(creation));
        frame.This = storage;
        frame.IsConstructing = true;
        lowerer.Calls.Run(constructor, body, frame, creation.Syntax);
        return [.. storage.Members.Select(member => member.Map(lowerer.Emission.Copy, lowerer.Emission.Copy))];
    }

    // All values are computed before any is set; those that were there before keep theirs.
    private Value[] Set(Frame frame, Shape.Record shape, Value[] members, IReadOnlyList<(int Member, IOperation Value)> step)
    {
        frame.This = new Value.Record(shape, members.ToEquatableArray());
        var operands = lowerer.Emission.InOrder([() => frame.This, .. step.Select<(int Member, IOperation Value), Func<Value>>(part => () => lowerer.Expressions.Lower(part.Value))]);
        members = [.. ((Value.Record)operands[0]).Members];
        for (var part = 0; part < step.Count; part++)
        {
            members[step[part].Member] = operands[part + 1];
        }

        return members;
    }

    private IEnumerable<(int Member, IOperation Value)> Initialisers(TypeDeclarationSyntax type, Shape.Record shape)
    {
        foreach (var member in type.Members)
        {
            var clauses = member switch
            {
                FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => (Name: variable.Identifier.ValueText, variable.Initializer)),
                PropertyDeclarationSyntax property => [(Name: property.Identifier.ValueText, property.Initializer)],
                _ => [],
            };
            foreach (var (name, clause) in clauses)
            {
                // Static members are none of the shape's.
                if (clause is not null && shape.IndexOf(name) is >= 0 and var index)
                {
                    yield return lowerer.Bodies.ModelOf(type.SyntaxTree).GetOperation(clause, lowerer.Cancellation) is ISymbolInitializerOperation { Value: var value }
                        ? (index, value)
                        : throw new RefusedException($"initialiser of {name}, which is not understood", clause);
                }
            }
        }
    }

    // Which members a statement sets to what, all at once; null for any other statement.
    private static IReadOnlyList<(int Member, IOperation Value)>? Assignments(IOperation statement, Shape.Record shape)
    {
        int Own(IOperation target) => target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member } ? shape.IndexOf(member.Name) : -1;
        return statement switch
        {
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target, Value: var value, IsRef: false } } when Own(target) >= 0 => [(Own(target), value)],
            IExpressionStatementOperation { Operation: IDeconstructionAssignmentOperation { Target: ITupleOperation { Elements: var targets }, Value: var tuple } }
                when Parts(tuple) is { } values && values.Count == targets.Length && targets.Zip(values, (target, value) => Own(target) >= 0 && SymbolEqualityComparer.Default.Equals(target.Type, value.Type)).All(fits => fits)
                => [.. targets.Select((target, index) => (Own(target), values[index]))],
            _ => null,
        };
    }

    private static IReadOnlyList<IOperation>? Parts(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand, IsImplicit: true } => Parts(operand),
        ITupleOperation { Elements: var elements } => elements,
        _ => null,
    };

    private static RefusedException Refuse(IOperation creation, IMethodSymbol constructor) => RefusedException.At(creation, $"constructor {Wording.Symbol(constructor)}, which is not understood");
}
