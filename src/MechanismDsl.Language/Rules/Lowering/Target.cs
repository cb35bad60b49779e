using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Something that can be assigned to, evaluated up to its value.</summary>
internal abstract class Target
{
    private Target() { }

    /// <summary>What was evaluated to find the target; a later operand with side effects makes it move into temporaries.</summary>
    public abstract Value Place { get; }

    /// <summary>The target with its place in temporaries.</summary>
    public abstract Target At(Value place);

    /// <summary>The present value.</summary>
    public abstract Value Read(int site);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Value value, int site);

    /// <summary>The target that is one member of this one; null if the members of this one cannot be written.</summary>
    public abstract Target? Member(int index);

    /// <summary>Local variables.</summary>
    public sealed class Variables(Lowerer lowerer, Value variables) : Target
    {
        /// <inheritdoc/>
        public override Value Place { get; } = new Value.Several([]);

        /// <inheritdoc/>
        public override Target At(Value place) => this;

        /// <inheritdoc/>
        public override Target? Member(int index) => variables is Value.Record record ? new Variables(lowerer, record.Members[index]) : null;

        /// <inheritdoc/>
        public override Value Read(int site) => variables;

        /// <inheritdoc/>
        public override void Write(Value value, int site) => lowerer.Emission.Assign(variables, value, site);
    }

    /// <summary>An element of an array, or of arrays that together hold records.</summary>
    public sealed class Element(Lowerer lowerer, Value array, Expression index) : Target
    {
        private Expression Index => index;

        /// <inheritdoc/>
        public override Value Place { get; } = new Value.Several([array, new Value.Number(index)]);

        /// <inheritdoc/>
        public override Target At(Value place) =>
            place is Value.Several { Values: [var array, Value.Number { Expression: var index }] } ? new Element(lowerer, array, index) : throw new InvalidOperationException();

        /// <inheritdoc/>
        public override Target? Member(int index) => array is Value.Rows rows ? new Element(lowerer, rows.Columns[index], Index) : null;

        /// <inheritdoc/>
        public override Value Read(int site) => ArrayLowering.ElementOf(array, index, site);

        /// <inheritdoc/>
        public override void Write(Value value, int site)
        {
            var arrays = array.Leaves().ToList();
            var values = value.Leaves().ToList();
            var held = arrays.Count > 1 ? lowerer.Emission.Hold(index) : index;
            if (arrays.Count > 1)
            {
                values = [.. values.Select(lowerer.Emission.Keep)];
            }

            for (var member = 0; member < arrays.Count; member++)
            {
                lowerer.Emission.Emit(new Statement.Store(((Value.List)arrays[member]).Array, held, ((Value.Number)values[member]).Expression, site));
            }
        }
    }
}
