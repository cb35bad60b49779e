namespace MechanismDsl;

/// <summary>An income tax, written by the compiler from a <see cref="TaxationAttribute"/> declaration.</summary>
public interface ITaxation : IMechanism
{
    /// <summary>What a person does that chooses best.</summary>
    /// <param name="skill">Its output per unit of labour.</param>
    /// <exception cref="ArgumentOutOfRangeException">The skill is not a finite number of [0, 1e7].</exception>
    static abstract Assessment Run(double skill);

    /// <summary>The tax on an output; negative: it is received.</summary>
    /// <param name="output">The output.</param>
    /// <exception cref="ArgumentOutOfRangeException">The output is not a finite number of [0, 1e15].</exception>
    static abstract double Tax(double output);
}
