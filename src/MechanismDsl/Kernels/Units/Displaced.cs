using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Clarke payments for a divisible good: what the units of an agent would be worth to the others and the seller. The others would fill with them what is unfilled, the
/// highest value first, so the payment is the integral of a step function from 0 to the agent's amount.
/// </summary>
internal static class Displaced<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>A step of the function: where it begins, and what all units before it are worth.</summary>
    private readonly record struct Step(TMoney Begins, TMoney Worth, TMoney Value);

    /// <summary>Writes the payments of all who get something.</summary>
    /// <param name="wants">All who want something, highest value first, with what they get.</param>
    /// <param name="served">How many of them, the first ones, get something; only the last of these may lack some.</param>
    /// <param name="lowest">The lowest price of a unit.</param>
    public static void Charge(Span<Want<TMoney>> wants, int served, TMoney lowest)
    {
        if (served == 0)
        {
            return;
        }

        // Who lacks some itself cannot fill that with units of its own.
        ref var last = ref wants[served - 1];
        last.Payment = Integral(wants[served..], last.Gets, lowest);
        if (served == 1)
        {
            return;
        }

        var greatest = TMoney.Zero;
        foreach (ref readonly var want in wants[..(served - 1)])
        {
            greatest = TMoney.Max(greatest, want.Gets);
        }

        using var memory = new RunMemory<Step>(wants.Length - served + 2);
        var steps = memory.Span;
        var count = 0;
        var (begins, worth) = (TMoney.Zero, TMoney.Zero);
        for (var place = served - 1; place < wants.Length && begins < greatest; place++)
        {
            var amount = wants[place].Most - wants[place].Gets;
            steps[count++] = new(begins, worth, wants[place].Value);

            // Nobody's units reach beyond the greatest amount, so no sum beyond it is made, which might overflow.
            amount = TMoney.Min(amount, greatest - begins);
            worth = checked(worth + (amount * wants[place].Value));
            begins += amount;
        }

        steps[count++] = new(begins, worth, lowest);
        foreach (ref var want in wants[..(served - 1)])
        {
            var step = steps[LastBefore(steps[..count], want.Gets)];
            want.Payment = checked(step.Worth + ((want.Gets - step.Begins) * step.Value));
        }
    }

    /// <summary>The last step that begins below an amount; the first if none does.</summary>
    private static int LastBefore(ReadOnlySpan<Step> steps, TMoney amount)
    {
        var (low, high) = (0, steps.Length);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = steps[middle].Begins < amount ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static TMoney Integral(ReadOnlySpan<Want<TMoney>> others, TMoney amount, TMoney lowest)
    {
        var payment = TMoney.Zero;
        foreach (ref readonly var want in others)
        {
            if (amount <= TMoney.Zero)
            {
                break;
            }

            var taken = TMoney.Min(want.Most, amount);
            payment = checked(payment + (taken * want.Value));
            amount -= taken;
        }

        return checked(payment + (amount * lowest));
    }
}
