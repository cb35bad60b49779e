namespace MechanismDsl.Language.Formulas;

/// <summary>Counts lowered operations, so that statements after many branches cannot multiply without end.</summary>
internal sealed class OperationBudget(int most)
{
    private int _spent;

    /// <summary>Takes one operation.</summary>
    /// <exception cref="NotUnderstoodException">None is left.</exception>
    public void Spend()
    {
        if (++_spent > most)
        {
            throw new NotUnderstoodException(FormattableString.Invariant($"it has more than {most} operations once its branches are written out"));
        }
    }
}
