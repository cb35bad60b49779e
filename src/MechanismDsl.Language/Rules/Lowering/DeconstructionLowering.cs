using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers what takes tuples and positional records apart: <c>(a, b) = …</c>, <c>var (a, b) = …</c>, <c>foreach (var (a, b) in …)</c>.</summary>
internal sealed class DeconstructionLowering(Lowerer lowerer)
{
    /// <summary>
    /// Assigns the parts of a value: first all targets are evaluated, then the value, then everything is written; so a swap swaps.
    /// </summary>
    public Value Lower(IDeconstructionAssignmentOperation operation)
    {
        List<IOperation> places = [];
        Flatten(operation.Target, places);
        var targets = new Target?[places.Count];
        Func<Value>[] steps =
        [
            .. places.Select<IOperation, Func<Value>>((place, index) => () => IsDeclaration(place) ? Emission.Absent : (targets[index] = lowerer.Assignments.Prepare(place)).Place),
            () => lowerer.Expressions.Lower(operation.Value),
        ];
        var operands = lowerer.Emission.InOrder(steps);

        // The first write can change what the next target's index reads.
        for (var index = 0; index < places.Count; index++)
        {
            operands[index] = lowerer.Emission.Keep(operands[index]);
        }

        List<(Value Value, ITypeSymbol? Type)> parts = [];
        Flatten(operation.Target, operands[places.Count], operation.Value.Type, InfoOf(operation.Syntax), parts);
        var values = ((Value.Several)Snapshot(new Value.Several(parts.Select(part => part.Value).ToEquatableArray()))).Values;
        for (var index = 0; index < targets.Length; index++)
        {
            if (places[index] is IDiscardOperation)
            {
                continue;
            }

            var value = lowerer.Implicits.Apply(places[index], values[index], parts[index].Type, places[index].Type);
            if (places[index] is ILocalReferenceOperation { IsDeclaration: true, Local: var local })
            {
                lowerer.Statements.Declare(places[index], local, value);
            }
            else
            {
                targets[index]!.At(operands[index]).Write(value, lowerer.At(operation));
            }
        }

        return operands[places.Count];
    }

    /// <summary>Declares the variables of one turn of a loop, which nothing assigns again.</summary>
    public void Declare(IForEachLoopOperation loop, Value element, ITypeSymbol? type)
    {
        List<IOperation> places = [];
        Flatten(loop.LoopControlVariable, places);
        List<(Value Value, ITypeSymbol? Type)> parts = [];
        Flatten(loop.LoopControlVariable, lowerer.Emission.Keep(element), type, InfoOf(loop.Syntax), parts);
        for (var index = 0; index < places.Count; index++)
        {
            if (places[index] is ILocalReferenceOperation { IsDeclaration: true, Local: { RefKind: RefKind.None } local })
            {
                var variables = lowerer.Emission.Storage(Lowerer.ShapeOf(places[index], local.Type), isSettled: true);
                lowerer.Emission.Assign(variables, lowerer.Implicits.Apply(places[index], parts[index].Value, parts[index].Type, local.Type), lowerer.At(loop));
                lowerer.Frame.Bind(local, variables);
            }
            else if (places[index] is not IDiscardOperation)
            {
                throw Wording.Refuse(places[index]);
            }
        }
    }

    /// <summary>Values in temporaries, because the writes that follow could change what they read.</summary>
    private Value Snapshot(Value value) => value.Map(
        number => number is Expression.Constant ? number : lowerer.Emission.Copy(number),
        array => array is ArrayExpression.Table ? array : lowerer.Emission.Copy(array));

    private static bool IsDeclaration(IOperation place) => place is IDiscardOperation or ILocalReferenceOperation { IsDeclaration: true };

    private static void Flatten(IOperation target, List<IOperation> places)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Flatten(declaration.Expression, places);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Flatten(element, places);
                }

                break;
            default:
                places.Add(target);
                break;
        }
    }

    private void Flatten(IOperation target, Value value, ITypeSymbol? type, DeconstructionInfo info, List<(Value Value, ITypeSymbol? Type)> parts)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation tuple)
        {
            parts.Add((value, type));
            return;
        }

        if (value is not Value.Record record)
        {
            throw RefusedException.At(target, $"deconstruction into {Wording.Source(target)} of a value that is no tuple and no record");
        }

        var members = lowerer.Records.Deconstruct(target, record, info.Method);
        IReadOnlyList<ITypeSymbol> types = info.Method is { Parameters: var parameters } ? [.. parameters.Select(parameter => parameter.Type)] : [.. record.Shape.Type.TupleElements.Select(element => element.Type)];
        if (members.Count != tuple.Elements.Length || types.Count != members.Count)
        {
            throw Wording.Refuse(target);
        }

        for (var index = 0; index < members.Count; index++)
        {
            Flatten(tuple.Elements[index], members[index], types[index], index < info.Nested.Length ? info.Nested[index] : default, parts);
        }
    }

    // Which method takes a record apart is known to the compiler only by the syntax.
    private DeconstructionInfo InfoOf(SyntaxNode syntax) => syntax switch
    {
        AssignmentExpressionSyntax assignment => lowerer.Bodies.ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(assignment),
        ForEachVariableStatementSyntax loop => lowerer.Bodies.ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(loop),
        _ => default,
    };
}
