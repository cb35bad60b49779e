using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Operators of <c>decimal</c>, whose failures become the state of the frame.</summary>
internal static class DecimalFunctions
{
    public static decimal Add(Frame frame, decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return Overflow(frame);
        }
    }

    public static decimal Subtract(Frame frame, decimal left, decimal right)
    {
        try
        {
            return left - right;
        }
        catch (OverflowException)
        {
            return Overflow(frame);
        }
    }

    public static decimal Multiply(Frame frame, decimal left, decimal right)
    {
        try
        {
            return left * right;
        }
        catch (OverflowException)
        {
            return Overflow(frame);
        }
    }

    public static decimal Divide(Frame frame, decimal left, decimal right)
    {
        if (right == 0)
        {
            frame.Fail(nameof(DivideByZeroException));
            return 0;
        }

        try
        {
            return left / right;
        }
        catch (OverflowException)
        {
            return Overflow(frame);
        }
    }

    public static decimal Remainder(Frame frame, decimal left, decimal right)
    {
        if (right == 0)
        {
            frame.Fail(nameof(DivideByZeroException));
            return 0;
        }

        try
        {
            return left % right;
        }
        catch (OverflowException)
        {
            return Overflow(frame);
        }
    }

    public static decimal RoundTo(Frame frame, BinaryOperation operation, decimal value, decimal digits)
    {
        if (digits is < 0 or > 28)
        {
            frame.Fail(nameof(ArgumentOutOfRangeException));
            return 0;
        }

        return DecimalRounding.To(operation, value, (int)digits);
    }

    private static decimal Overflow(Frame frame)
    {
        frame.Fail(nameof(OverflowException));
        return 0;
    }
}
